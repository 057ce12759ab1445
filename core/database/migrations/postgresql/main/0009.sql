-- Wrong passwords, by name and place (core/staff/LogInGuard). The name is a digest: what was typed may be a password, and
-- may name nobody.
CREATE TABLE login_try (
    name_hash BYTEA NOT NULL,
    place TEXT NOT NULL,
    tries BIGINT NOT NULL,
    locked_until BIGINT NOT NULL,
    tried_at BIGINT NOT NULL,
    PRIMARY KEY (name_hash, place)
);

-- In their stead.
ALTER TABLE account DROP COLUMN wrong_tries;
ALTER TABLE account DROP COLUMN locked_until;

-- Seconds since the epoch, UTC; 0 for an account that has never logged in, or not since this column is there.
ALTER TABLE account ADD COLUMN last_login_at BIGINT NOT NULL DEFAULT 0;
