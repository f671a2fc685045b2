package dev.wharf.jdbc;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.Sha256;
import dev.wharf.port.catalog.AuditRecords;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The record of changes. */
record AuditRows(Statements statements) implements AuditRecords.Change {
    static final String LIST =
            """
            SELECT position, recorded_at, user_id, action, subject, from_sha256, to_sha256, detail
            FROM audit WHERE position > ? ORDER BY position LIMIT ?
            """;

    static final String LAST =
            """
            SELECT position, recorded_at, user_id, action, subject, from_sha256, to_sha256, detail
            FROM audit WHERE subject = ? AND action = ? ORDER BY position DESC LIMIT 1
            """;

    @Override
    public Optional<AuditEntry> findLast(AuditEntry.Action action, String subject) {
        return statements.find(LAST, AuditRows::read, subject, action.name());
    }

    @Override
    public List<Positioned<AuditEntry>> list(long after, int limit) {
        return statements.page(LIST, AuditRows::read, after, limit);
    }

    private static AuditEntry read(Row row) throws SQLException {
        return new AuditEntry(
                row.moment("recorded_at"),
                row.user("user_id"),
                AuditEntry.Action.valueOf(row.text("action")),
                row.text("subject"),
                row.orNull("from_sha256", Sha256::new),
                row.orNull("to_sha256", Sha256::new),
                row.textOrNull("detail"));
    }

    @Override
    public void add(AuditEntry entry) {
        statements.update(
                """
                INSERT INTO audit (recorded_at, user_id, action, subject, from_sha256, to_sha256, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                entry.at(),
                entry.user(),
                entry.action().name(),
                entry.subject(),
                entry.from(),
                entry.to(),
                entry.detail());
    }
}
