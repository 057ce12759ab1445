-- The latest time that was known to be right (seconds since the epoch, UTC): a clock that is far from it may be wrong. Here,
-- so that a restored main database does not bring an older one back.
CREATE TABLE clock_seen (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    at BIGINT NOT NULL
);

-- The planner's statistics would keep samples of these beyond their rows.
ALTER TABLE day_key ALTER COLUMN public_key SET STATISTICS 0, ALTER COLUMN sealed_secret SET STATISTICS 0,
    ALTER COLUMN sealed_index SET STATISTICS 0, ALTER COLUMN server_index SET STATISTICS 0;

ALTER TABLE erased_visit ALTER COLUMN who SET STATISTICS 0;
