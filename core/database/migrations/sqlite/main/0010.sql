-- Backups that were made. In a backup itself stand those before it.
CREATE TABLE backup_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    file TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    digest BLOB NOT NULL,
    office_key_id INTEGER NOT NULL,
    -- the newest entry of the audit log that is in it
    newest_audit INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL
);
