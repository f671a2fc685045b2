-- Whether a sync has not begun, because its connection was paused when it was asked for: then ends_at is when that was.
ALTER TABLE connection_syncs ADD COLUMN awaited BOOLEAN NOT NULL DEFAULT FALSE;
