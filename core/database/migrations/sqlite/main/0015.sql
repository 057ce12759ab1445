-- For CHECK (state IN (…)) of three states SQLite makes a table each time: 25,000 of the 179,000 instructions of a notice's
-- mail. So the recipients are written anew, and with them the table that refers to them.
CREATE TABLE recipient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    notice_id INTEGER NOT NULL REFERENCES notice (id),
    message_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state = 'waiting' OR state = 'sent' OR state = 'failed'),
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    reply TEXT NOT NULL,
    finished_at INTEGER,
    -- address and language, sealed to the queue key; NULL from the commit that records that the relay has accepted
    sealed BLOB
);

INSERT INTO recipient (id, notice_id, message_id, state, due_at, attempts, reply, finished_at, sealed)
    SELECT id, notice_id, message_id, state, due_at, attempts, reply, finished_at, sealed FROM notice_recipient;

-- The numbers of those who were erased are not given again.
DELETE FROM sqlite_sequence WHERE name = 'recipient';

INSERT INTO sqlite_sequence (name, seq) SELECT 'recipient', seq FROM sqlite_sequence WHERE name = 'notice_recipient';

-- Which visits a recipient was told about: "already notified" compares these.
CREATE TABLE recipient_visit (
    recipient_id INTEGER NOT NULL REFERENCES recipient (id),
    day INTEGER NOT NULL,
    facility_id INTEGER NOT NULL,
    who BLOB NOT NULL,
    PRIMARY KEY (day, facility_id, who, recipient_id)
) WITHOUT ROWID;

INSERT INTO recipient_visit (recipient_id, day, facility_id, who)
    SELECT recipient_id, day, facility_id, who FROM notice_visit;

DROP TABLE notice_visit;

DROP TABLE notice_recipient;

ALTER TABLE recipient RENAME TO notice_recipient;

ALTER TABLE recipient_visit RENAME TO notice_visit;

CREATE INDEX notice_recipient_due ON notice_recipient (notice_id, state, due_at);

CREATE INDEX notice_visit_recipient ON notice_visit (recipient_id);
