-- How far the main database's sending_progress had come, and when that was noted (seconds since the epoch, UTC).
CREATE TABLE sending_mark (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL,
    at INTEGER NOT NULL
);

INSERT INTO sending_mark (one, number, at) VALUES (1, 0, 0);
