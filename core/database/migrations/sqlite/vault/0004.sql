-- The latest time that was known to be right (seconds since the epoch, UTC): a clock that is far from it may be wrong. Here,
-- so that a restored main database does not bring an older one back.
CREATE TABLE clock_seen (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    at INTEGER NOT NULL
);
