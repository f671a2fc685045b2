-- The last sync that a connection was told to begin. It is simulated: what comes of it, and when, is decided when it begins.
CREATE TABLE connection_syncs (
    connection_id TEXT NOT NULL,
    ends_at BIGINT NOT NULL,
    succeeds BOOLEAN NOT NULL,
    historical BOOLEAN NOT NULL,
    succeeded_before BIGINT,
    failed_before BIGINT,
    CONSTRAINT connection_syncs_connection_id PRIMARY KEY (connection_id),
    CONSTRAINT connection_syncs_connection FOREIGN KEY (connection_id) REFERENCES connections (id)
);

-- The state that somebody wrote for a connection's connector: a JSON object.
CREATE TABLE connection_states (
    connection_id TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT connection_states_connection_id PRIMARY KEY (connection_id),
    CONSTRAINT connection_states_connection FOREIGN KEY (connection_id) REFERENCES connections (id)
);
