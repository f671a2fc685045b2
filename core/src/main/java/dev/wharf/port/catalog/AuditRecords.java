package dev.wharf.port.catalog;

import dev.wharf.model.AuditEntry;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.List;
import java.util.Optional;

/** The record of changes: who did what to what. It only grows. */
public interface AuditRecords {
    /**
     * Lists the changes made, the oldest first.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the entries that follow
     */
    List<Positioned<AuditEntry>> list(long after, int limit);

    /**
     * Finds the last change of a kind that was made to something.
     *
     * @param action the kind
     * @param subject the identifier of what it was made to
     * @return the entry that was recorded last, or empty; costs the same however many there are
     */
    Optional<AuditEntry> findLast(AuditEntry.Action action, String subject);

    /** The record within a change. */
    interface Change extends AuditRecords {
        /**
         * Adds to the record.
         *
         * @param entry what is being done
         */
        void add(AuditEntry entry);
    }
}
