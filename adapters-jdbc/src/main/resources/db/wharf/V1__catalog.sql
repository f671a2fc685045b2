-- Positions are given in the order of creation and never again; every list is read by them.
-- Moments are microseconds since 1970-01-01T00:00:00Z.

CREATE TABLE packages (
    position ${position},
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    created_by TEXT NOT NULL,
    last_updated_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CONSTRAINT packages_id UNIQUE (id)
);

CREATE INDEX packages_sha256 ON packages (sha256);

CREATE TABLE destinations (
    position ${position},
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT destinations_id UNIQUE (id),
    CONSTRAINT destinations_name UNIQUE (name)
);

-- exclusive_package_id repeats package_id where the connection claims the package for itself: so the database itself
-- keeps a package to one such connection. secret_keys holds the keys of the configuration, one per line, never a value.
CREATE TABLE connections (
    position ${position},
    id TEXT NOT NULL,
    destination_id TEXT NOT NULL,
    name TEXT NOT NULL,
    package_id TEXT,
    exclusive_package_id TEXT,
    python_version TEXT,
    paused BOOLEAN NOT NULL,
    sync_frequency_minutes INTEGER,
    secret_keys TEXT NOT NULL,
    created_by TEXT,
    created_at BIGINT NOT NULL,
    CONSTRAINT connections_id UNIQUE (id),
    CONSTRAINT connections_name UNIQUE (destination_id, name),
    CONSTRAINT connections_binding UNIQUE (exclusive_package_id),
    CONSTRAINT connections_claim CHECK (exclusive_package_id IS NULL OR exclusive_package_id = package_id),
    CONSTRAINT connections_destination FOREIGN KEY (destination_id) REFERENCES destinations (id),
    CONSTRAINT connections_package FOREIGN KEY (package_id) REFERENCES packages (id)
);

CREATE INDEX connections_by_package ON connections (package_id, position);
CREATE INDEX connections_by_destination ON connections (destination_id, position);
CREATE INDEX connections_by_name ON connections (name, position);

-- When the last package that referred to an archive let go of it.
CREATE TABLE releases (
    sha256 TEXT NOT NULL PRIMARY KEY,
    released_at BIGINT NOT NULL
);

CREATE TABLE api_keys (
    position ${position},
    id TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT,
    CONSTRAINT api_keys_id UNIQUE (id)
);

CREATE TABLE audit (
    position ${position},
    recorded_at BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    from_sha256 TEXT,
    to_sha256 TEXT,
    detail TEXT
);

-- Never holds a row. Where a database lets several write at once, a change locks this table first, so that changes happen
-- one after the other and positions become visible in their order: who follows a list misses nothing.
CREATE TABLE writers (
    turn INTEGER
);
