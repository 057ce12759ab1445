-- When a facility was retired; its contact goes a set period later (retention.contact_months).
ALTER TABLE facility ADD COLUMN retired_at INTEGER;

UPDATE facility SET retired_at = changed_at WHERE state = 'retired';

ALTER TABLE erasure_report ADD COLUMN contacts INTEGER NOT NULL DEFAULT 0;
