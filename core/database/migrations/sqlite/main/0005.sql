-- A facility made up for drills; set when it is added, and never changed.
ALTER TABLE facility ADD COLUMN exercise INTEGER NOT NULL DEFAULT 0;

-- A notice to such facilities, marked as an exercise.
ALTER TABLE notice ADD COLUMN exercise INTEGER NOT NULL DEFAULT 0;
-- How many infected people the case has; a number only.
ALTER TABLE notice ADD COLUMN infected INTEGER NOT NULL DEFAULT 1;
-- 1 if somebody else than the author has to approve it: the rule in force when it was drafted
ALTER TABLE notice ADD COLUMN two_persons INTEGER NOT NULL DEFAULT 0;
-- The notice whose latecomers this one is for.
ALTER TABLE notice ADD COLUMN follows INTEGER REFERENCES notice (id);
-- Of the approver who sent the draft back; empty once it is submitted again.
ALTER TABLE notice ADD COLUMN remark TEXT NOT NULL DEFAULT '';
-- What the thresholds recommended when it was decided: 'send', 'consider', 'none', or empty; and why it was approved
-- all the same where they recommended nothing.
ALTER TABLE notice ADD COLUMN recommendation TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';

-- Nobody approves a draft of his own because of an update.
UPDATE notice SET two_persons = 1 WHERE state IN ('draft', 'waiting')
    AND (SELECT count(*) FROM account WHERE state = 'active' AND roles LIKE '%approval%') > 1;

-- From how many infected people and registrations on a recommendation holds, by kind of facility.
CREATE TABLE notice_threshold (
    kind TEXT NOT NULL CHECK (kind IN ('store', 'event', 'facility')),
    infected INTEGER NOT NULL,
    registrations INTEGER NOT NULL,
    recommendation TEXT NOT NULL CHECK (recommendation IN ('send', 'consider')),
    PRIMARY KEY (kind, infected, registrations)
);

INSERT INTO notice_threshold (kind, infected, registrations, recommendation) VALUES
    ('store', 1, 0, 'consider'),
    ('store', 1, 50, 'send'),
    ('store', 2, 1, 'send'),
    ('event', 1, 0, 'consider'),
    ('event', 1, 20, 'send'),
    ('event', 2, 1, 'send'),
    ('facility', 1, 0, 'consider'),
    ('facility', 1, 50, 'send'),
    ('facility', 2, 1, 'send');
