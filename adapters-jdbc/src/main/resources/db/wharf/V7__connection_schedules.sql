-- What else a connection was asked to be; null where nothing was asked for. other_fields is a JSON object: what a registry does not
-- interpret but keeps and tells.
ALTER TABLE connections ADD COLUMN proxy_host_config_key TEXT;
ALTER TABLE connections ADD COLUMN schedule_type TEXT;
ALTER TABLE connections ADD COLUMN daily_sync_time TEXT;
ALTER TABLE connections ADD COLUMN pause_after_trial BOOLEAN;
ALTER TABLE connections ADD COLUMN data_delay_sensitivity TEXT;
ALTER TABLE connections ADD COLUMN data_delay_threshold INTEGER;
ALTER TABLE connections ADD COLUMN other_fields TEXT;
