-- What was deployed to connections, as those who deployed tell it. Where keeps is set, the archives named are kept for the way back.
CREATE TABLE deploys (
    position ${position},
    id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    user_id TEXT,
    destination_name TEXT NOT NULL,
    connection_name TEXT NOT NULL,
    package_id TEXT,
    state TEXT NOT NULL,
    from_sha256 TEXT,
    to_sha256 TEXT NOT NULL,
    commit_name TEXT,
    branch TEXT,
    modified BOOLEAN,
    settings TEXT NOT NULL,
    note TEXT,
    keeps BOOLEAN NOT NULL,
    CONSTRAINT deploys_id UNIQUE (id)
);

CREATE INDEX deploys_by_connection ON deploys (connection_id, position);
CREATE INDEX deploys_by_from ON deploys (from_sha256, keeps);
CREATE INDEX deploys_by_to ON deploys (to_sha256, keeps);
