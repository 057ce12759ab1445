-- Wordings of notices that staff have written. The standard text is here only once somebody has changed it; a notice
-- keeps its own copy.
CREATE TABLE notice_text (
    key TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    -- counts the changes, so that nobody overwrites what somebody else has written meanwhile
    revision BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);

CREATE TABLE notice_wording (
    key TEXT NOT NULL REFERENCES notice_text (key),
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (key, language)
);
