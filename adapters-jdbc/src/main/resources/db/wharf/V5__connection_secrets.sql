-- The values of configurations, sealed: no value can be read without the key, which is never kept here. The names of their keys are
-- in clear, escaped as in connections.secret_keys.
CREATE TABLE connection_secrets (
    connection_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    key_id TEXT NOT NULL,
    sealed TEXT NOT NULL,
    CONSTRAINT connection_secrets_place PRIMARY KEY (connection_id, place),
    CONSTRAINT connection_secrets_connection FOREIGN KEY (connection_id) REFERENCES connections (id)
);

CREATE INDEX connection_secrets_by_key ON connection_secrets (key_id);
