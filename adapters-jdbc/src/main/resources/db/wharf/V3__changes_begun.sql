-- What a gateway is about to change in the account behind it; a row goes when it is known what became of the change.
CREATE TABLE changes_begun (
    position ${position},
    id TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT,
    from_sha256 TEXT,
    to_sha256 TEXT,
    upload_key TEXT,
    under_way_until BIGINT NOT NULL,
    CONSTRAINT changes_begun_id UNIQUE (id)
);

CREATE INDEX changes_begun_by_key ON changes_begun (user_id, upload_key, position);

-- What uploads with a key became. The package may be gone.
CREATE TABLE keyed_uploads (
    user_id TEXT NOT NULL,
    upload_key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    package_id TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, upload_key)
);

CREATE INDEX keyed_uploads_by_age ON keyed_uploads (made_at);
