-- How often each subject has changed, for windows that look every second whether somebody else did something. The number
-- changes in the transaction that changes the rows, whoever writes them. Facilities have theirs in facility_revision. Mail
-- is not counted: each registration would wait for the next server's.
CREATE TABLE change_count (
    subject TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL
);

INSERT INTO change_count (subject, number) VALUES ('notices', 0), ('staff', 0), ('settings', 0), ('audit', 0), ('erasures', 0), ('backups', 0);

-- At the commit, so that the number's row is locked for a moment only, and once for each transaction: a row that one
-- transaction updates a hundred thousand times is slower to find each time.
CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN UPDATE change_count SET number = number + 1 WHERE subject = TG_ARGV[0] AND xmin <> pg_current_xact_id()::xid; RETURN NULL; END';

CREATE CONSTRAINT TRIGGER setting_counts AFTER INSERT OR UPDATE OR DELETE ON setting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('settings');
CREATE CONSTRAINT TRIGGER account_counts AFTER INSERT OR UPDATE OR DELETE ON account
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('staff');
CREATE CONSTRAINT TRIGGER office_key_counts AFTER INSERT OR UPDATE ON office_key
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('staff');
CREATE CONSTRAINT TRIGGER login_try_counts AFTER INSERT OR UPDATE OR DELETE ON login_try
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('staff');
CREATE CONSTRAINT TRIGGER notice_counts AFTER INSERT OR UPDATE ON notice
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('notices');
CREATE CONSTRAINT TRIGGER notice_text_counts AFTER INSERT OR UPDATE OR DELETE ON notice_text
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('notices');
CREATE CONSTRAINT TRIGGER notice_threshold_counts AFTER INSERT OR UPDATE OR DELETE ON notice_threshold
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('notices');
CREATE CONSTRAINT TRIGGER audit_counts AFTER INSERT ON audit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('audit');
CREATE CONSTRAINT TRIGGER backup_report_counts AFTER INSERT ON backup_report
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('backups');
CREATE CONSTRAINT TRIGGER erasure_report_counts AFTER INSERT OR UPDATE ON erasure_report
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_change('erasures');
