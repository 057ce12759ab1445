-- What must die on time and never come back from a backup.

CREATE TABLE day_key (
    day BIGINT NOT NULL PRIMARY KEY,
    office_key_id BIGINT NOT NULL,
    public_key BYTEA NOT NULL,
    -- the day's secret key and its index secret, sealed to the office key
    sealed_secret BYTEA NOT NULL,
    sealed_index BYTEA NOT NULL,
    -- the index secret sealed to the server key, until 61 minutes after the day ends
    server_index BYTEA
);

-- Visits erased at their visitor's wish; the same scan must not register them again.
CREATE TABLE erased_visit (
    day BIGINT NOT NULL,
    facility_id BIGINT NOT NULL,
    scanned_at BIGINT NOT NULL,
    who BYTEA NOT NULL,
    PRIMARY KEY (day, facility_id, scanned_at, who)
);
