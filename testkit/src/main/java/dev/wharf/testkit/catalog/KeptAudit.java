package dev.wharf.testkit.catalog;

import dev.wharf.model.AuditEntry;
import dev.wharf.port.catalog.AuditRecords;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The record of changes in memory. */
record KeptAudit(Supplier<Tables> tables) implements AuditRecords.Change {
    @Override
    public List<Positioned<AuditEntry>> list(long after, int limit) {
        return tables.get().audit().page(after, limit, all -> true);
    }

    @Override
    public Optional<AuditEntry> findLast(AuditEntry.Action action, String subject) {
        return tables.get()
                .audit()
                .all()
                .filter(entry -> entry.action() == action && entry.subject().equals(subject))
                .reduce((earlier, later) -> later);
    }

    @Override
    public void add(AuditEntry entry) {
        // Entries are never removed, so their count is a key that nothing has yet.
        tables.get().audit().add(tables.get().audit().all().count(), entry);
    }
}
