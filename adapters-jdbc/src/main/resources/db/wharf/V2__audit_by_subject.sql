-- Who made something is what the last entry about it says.
CREATE INDEX audit_by_subject ON audit (subject, action, position);
