-- Counts the commits of the sender and the steps of notices. The vault, which backups of this database do not contain,
-- remembers how far it had come: a database that is behind was restored, and must not send again.
CREATE TABLE sending_progress (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    number BIGINT NOT NULL
);

INSERT INTO sending_progress (one, number) VALUES (1, 0);
