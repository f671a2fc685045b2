-- What else a connection was asked to be; null where nothing was asked for.
ALTER TABLE connections ADD COLUMN naming TEXT;
ALTER TABLE connections ADD COLUMN networking_method TEXT;
ALTER TABLE connections ADD COLUMN proxy_agent_id TEXT;
ALTER TABLE connections ADD COLUMN private_link_id TEXT;
ALTER TABLE connections ADD COLUMN hybrid_deployment_agent_id TEXT;
