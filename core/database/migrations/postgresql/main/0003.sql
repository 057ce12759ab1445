-- The page of the audit role reads by account, by action and by day, newest first.

CREATE INDEX audit_account ON audit (account, id);

CREATE INDEX audit_action ON audit (action, id);

CREATE INDEX audit_at ON audit (at);
