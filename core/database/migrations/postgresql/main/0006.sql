-- When a facility was retired; its contact goes a set period later (retention.contact_months).
ALTER TABLE facility ADD COLUMN retired_at BIGINT;

UPDATE facility SET retired_at = changed_at WHERE state = 'retired';

ALTER TABLE erasure_report ADD COLUMN contacts BIGINT NOT NULL DEFAULT 0;
