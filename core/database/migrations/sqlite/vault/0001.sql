-- What must die on time and never come back from a backup.

CREATE TABLE day_key (
    day INTEGER NOT NULL PRIMARY KEY,
    office_key_id INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    -- the day's secret key and its index secret, sealed to the office key
    sealed_secret BLOB NOT NULL,
    sealed_index BLOB NOT NULL,
    -- the index secret sealed to the server key, until 61 minutes after the day ends
    server_index BLOB
);

-- Visits erased at their visitor's wish; the same scan must not register them again.
CREATE TABLE erased_visit (
    day INTEGER NOT NULL,
    facility_id INTEGER NOT NULL,
    scanned_at INTEGER NOT NULL,
    who BLOB NOT NULL,
    PRIMARY KEY (day, facility_id, scanned_at, who)
) WITHOUT ROWID;
