-- How often each subject has changed, for windows that look every second whether somebody else did something. The number
-- changes in the transaction that changes the rows, whoever writes them. Facilities have theirs in facility_revision. Mail
-- is not counted: each registration would wait for the next server's.
CREATE TABLE change_count (
    subject TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
);

INSERT INTO change_count (subject, number) VALUES ('notices', 0), ('staff', 0), ('settings', 0), ('audit', 0), ('erasures', 0), ('backups', 0);

CREATE TRIGGER setting_counts_insert AFTER INSERT ON setting BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'settings'; END;
CREATE TRIGGER setting_counts_update AFTER UPDATE ON setting BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'settings'; END;
CREATE TRIGGER setting_counts_delete AFTER DELETE ON setting BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'settings'; END;

CREATE TRIGGER account_counts_insert AFTER INSERT ON account BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;
CREATE TRIGGER account_counts_update AFTER UPDATE ON account BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;
CREATE TRIGGER account_counts_delete AFTER DELETE ON account BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;
CREATE TRIGGER office_key_counts_insert AFTER INSERT ON office_key BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;
CREATE TRIGGER office_key_counts_update AFTER UPDATE ON office_key BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;
CREATE TRIGGER login_try_counts_insert AFTER INSERT ON login_try BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;
CREATE TRIGGER login_try_counts_update AFTER UPDATE ON login_try BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;
CREATE TRIGGER login_try_counts_delete AFTER DELETE ON login_try BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'staff'; END;

CREATE TRIGGER notice_counts_insert AFTER INSERT ON notice BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;
CREATE TRIGGER notice_counts_update AFTER UPDATE ON notice BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;

CREATE TRIGGER notice_text_counts_insert AFTER INSERT ON notice_text BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;
CREATE TRIGGER notice_text_counts_update AFTER UPDATE ON notice_text BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;
CREATE TRIGGER notice_text_counts_delete AFTER DELETE ON notice_text BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;

CREATE TRIGGER notice_threshold_counts_insert AFTER INSERT ON notice_threshold BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;
CREATE TRIGGER notice_threshold_counts_update AFTER UPDATE ON notice_threshold BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;
CREATE TRIGGER notice_threshold_counts_delete AFTER DELETE ON notice_threshold BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'notices'; END;

CREATE TRIGGER audit_counts_insert AFTER INSERT ON audit BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'audit'; END;

CREATE TRIGGER erasure_report_counts_insert AFTER INSERT ON erasure_report BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'erasures'; END;
CREATE TRIGGER erasure_report_counts_update AFTER UPDATE ON erasure_report BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'erasures'; END;

CREATE TRIGGER backup_report_counts_insert AFTER INSERT ON backup_report BEGIN UPDATE change_count SET number = number + 1 WHERE subject = 'backups'; END;
