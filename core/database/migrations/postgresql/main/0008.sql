-- What became of the recipients of a notice whose rows were erased with their visits: the counts in its report stay.
CREATE TABLE notice_tally (
    notice_id BIGINT NOT NULL REFERENCES notice (id),
    state TEXT NOT NULL CHECK (state IN ('sent', 'failed')),
    -- empty for those that were sent
    reply TEXT NOT NULL,
    number BIGINT NOT NULL,
    -- when the first and the last of them ended
    first_at BIGINT,
    last_at BIGINT,
    PRIMARY KEY (notice_id, state, reply)
);

-- By which a recipient without visits is found.
CREATE INDEX notice_visit_recipient ON notice_visit (recipient_id);

-- Those whose visits were erased before.
INSERT INTO notice_tally (notice_id, state, reply, number, first_at, last_at)
    SELECT notice_id, CASE state WHEN 'sent' THEN 'sent' ELSE 'failed' END,
        CASE state WHEN 'sent' THEN '' WHEN 'waiting' THEN 'erased' ELSE reply END,
        count(*), min(finished_at), max(finished_at)
    FROM notice_recipient WHERE NOT EXISTS (SELECT 1 FROM notice_visit WHERE recipient_id = notice_recipient.id)
    GROUP BY 1, 2, 3;

DELETE FROM notice_recipient WHERE NOT EXISTS (SELECT 1 FROM notice_visit WHERE recipient_id = notice_recipient.id);

-- A run has no end while it is at work, and where it was interrupted; then the counts are of what it has done so far.
ALTER TABLE erasure_report ADD COLUMN finished_at BIGINT;

UPDATE erasure_report SET finished_at = at + milliseconds / 1000;

ALTER TABLE erasure_report ADD COLUMN letters BIGINT NOT NULL DEFAULT 0;

ALTER TABLE erasure_report ADD COLUMN mails BIGINT NOT NULL DEFAULT 0;

-- The planner's statistics would keep samples of these beyond their rows.
ALTER TABLE outbox ALTER COLUMN sealed SET STATISTICS 0, ALTER COLUMN message_id SET STATISTICS 0;

ALTER TABLE notice_recipient ALTER COLUMN sealed SET STATISTICS 0, ALTER COLUMN message_id SET STATISTICS 0;

ALTER TABLE notice_visit ALTER COLUMN who SET STATISTICS 0;

ALTER TABLE visit ALTER COLUMN who SET STATISTICS 0, ALTER COLUMN sealed_address SET STATISTICS 0;
