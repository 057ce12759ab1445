-- Times are seconds since the epoch, UTC. Days are numbers YYYYMMDD in Japanese time.

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE facility (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('store', 'event', 'facility')),
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    phone TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    address TEXT NOT NULL,
    event_from INTEGER,
    event_until INTEGER,
    state TEXT NOT NULL CHECK (state IN ('active', 'suspended', 'retired')),
    source TEXT NOT NULL CHECK (source IN ('form', 'staff', 'import')),
    -- name and address folded, by which a second registration of the same place is noticed
    duplicate_key TEXT NOT NULL,
    -- everything that the search looks at, folded
    search_text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);

CREATE INDEX facility_duplicate ON facility (duplicate_key);

CREATE TABLE facility_code (
    code TEXT NOT NULL PRIMARY KEY,
    facility_id INTEGER NOT NULL REFERENCES facility (id),
    issued_at INTEGER NOT NULL,
    -- from then on the code is refused; NULL while it is the facility's current one
    retires_at INTEGER
);

CREATE INDEX facility_code_facility ON facility_code (facility_id);

-- Rows of one day lie together: inserts and erasure stay local as the table grows.
CREATE TABLE visit (
    day INTEGER NOT NULL,
    facility_id INTEGER NOT NULL,
    scanned_at INTEGER NOT NULL,
    who BLOB NOT NULL,
    language TEXT NOT NULL,
    sealed_address BLOB NOT NULL,
    PRIMARY KEY (day, facility_id, scanned_at, who)
) WITHOUT ROWID;

-- Single mails: confirmations and mails to operators. Each row is sealed whole to the queue key.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
    -- SMTP code and enhanced status of the last refusal, never its text
    reply TEXT NOT NULL,
    -- NULL once the mail has failed for good
    sealed BLOB
);

CREATE INDEX outbox_due ON outbox (state, due_at);

CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'approved', 'sending', 'paused', 'sent', 'withheld', 'cancelled')),
    text_key TEXT NOT NULL,
    -- JSON {language: {subject, body}}, frozen at approval, and its BLAKE2b-256
    texts TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    approver TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    approved_at INTEGER,
    send_at INTEGER,
    started_at INTEGER,
    finished_at INTEGER
);

CREATE TABLE notice_target (
    notice_id INTEGER NOT NULL REFERENCES notice (id),
    facility_id INTEGER NOT NULL REFERENCES facility (id),
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    PRIMARY KEY (notice_id, facility_id, from_at)
);

CREATE TABLE notice_recipient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    notice_id INTEGER NOT NULL REFERENCES notice (id),
    message_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    reply TEXT NOT NULL,
    finished_at INTEGER,
    -- address and language, sealed to the queue key; NULL from the commit that records that the relay has accepted
    sealed BLOB
);

CREATE INDEX notice_recipient_due ON notice_recipient (notice_id, state, due_at);

-- Which visits a recipient was told about: "already notified" compares these.
CREATE TABLE notice_visit (
    recipient_id INTEGER NOT NULL REFERENCES notice_recipient (id),
    day INTEGER NOT NULL,
    facility_id INTEGER NOT NULL,
    who BLOB NOT NULL,
    PRIMARY KEY (day, facility_id, who, recipient_id)
) WITHOUT ROWID;

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    roles TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
    public_key BLOB NOT NULL,
    -- the account's secret key, wrapped by Argon2id of the password
    salt BLOB NOT NULL,
    operations INTEGER NOT NULL,
    memory INTEGER NOT NULL,
    wrapped_key BLOB NOT NULL,
    wrong_tries INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE office_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    public_key BLOB NOT NULL,
    created_at INTEGER NOT NULL
);

-- The office key's secret, sealed to each holder: an account, or the recovery sheet where account_id is 0.
CREATE TABLE office_key_grant (
    office_key_id INTEGER NOT NULL REFERENCES office_key (id),
    account_id INTEGER NOT NULL,
    holder_public_key BLOB NOT NULL,
    sealed_secret BLOB NOT NULL,
    PRIMARY KEY (office_key_id, account_id)
);

-- Chained by hash: each row's hash covers its fields and the hash of the row before.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    account TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    hash BLOB NOT NULL
);

CREATE TABLE erasure_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    until_day INTEGER NOT NULL,
    visits INTEGER NOT NULL,
    day_keys INTEGER NOT NULL,
    recipients INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL
);

CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until_at INTEGER NOT NULL
);
