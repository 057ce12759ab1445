-- The office key that days are sealed to, from its first change on; before that it is the one of the set-up.

CREATE TABLE office_key (
    id INTEGER NOT NULL PRIMARY KEY,
    public_key BLOB NOT NULL
);

-- The newest entry of the audit log, written after its commit: a log that ends before it was cut off or restored.
CREATE TABLE audit_end (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL,
    hash BLOB NOT NULL
);
