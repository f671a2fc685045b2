package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.BOB;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.auditEntry;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.AuditEntry;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a catalog must do with the record of changes. Needs no other subject. */
public interface AuditRecordsContract extends CatalogFixture {
    @Test
    default void every_kind_of_audit_entry_comes_back_as_it_was_put_in() {
        List<AuditEntry> entries = Arrays.stream(AuditEntry.Action.values())
                .map(action ->
                        new AuditEntry(NOON, BOB, action, "subject", hash("from"), hash("to"), "détail of " + action))
                .toList();

        catalog().change(change -> {
            entries.forEach(change.audit()::add);
            return true;
        });

        assertThat(items(catalog().audit().list(0, 100))).isEqualTo(entries);
    }

    @Test
    default void an_audit_entry_may_lack_hashes_and_detail() {
        catalog().change(change -> {
            change.audit().add(auditEntry("happy_harmony"));
            return true;
        });

        assertThat(items(catalog().audit().list(0, 1))).containsExactly(auditEntry("happy_harmony"));
    }

    @Test
    default void the_last_change_of_a_kind_to_a_subject_is_found() {
        AuditEntry first = new AuditEntry(NOON, BOB, AuditEntry.Action.PACKAGE_UPDATED, "a", null, hash("1"), null);
        AuditEntry last = new AuditEntry(NOON, BOB, AuditEntry.Action.PACKAGE_UPDATED, "a", null, hash("2"), null);
        AuditEntry otherKind = new AuditEntry(NOON, BOB, AuditEntry.Action.PACKAGE_DELETED, "a", null, null, null);
        AuditEntry other = new AuditEntry(NOON, BOB, AuditEntry.Action.PACKAGE_UPDATED, "b", null, hash("3"), null);
        catalog().change(change -> {
            List.of(first, last, otherKind, other).forEach(change.audit()::add);
            return true;
        });

        assertThat(catalog().audit().findLast(AuditEntry.Action.PACKAGE_UPDATED, "a"))
                .contains(last);
        assertThat(catalog().audit().findLast(AuditEntry.Action.PACKAGE_CREATED, "a"))
                .isEmpty();
    }

    @Test
    default void audit_entries_are_paged_oldest_first_by_when_they_were_recorded() {
        for (int i = 0; i < 5; i++) {
            AuditEntry entry = new AuditEntry(
                    NOON.minusSeconds(i), BOB, AuditEntry.Action.KEY_CREATED, "key-" + i, null, null, null);
            catalog().change(change -> {
                change.audit().add(entry);
                return true;
            });
        }

        List<Positioned<AuditEntry>> page = catalog().audit().list(0, 3);

        assertThat(items(page)).extracting(AuditEntry::subject).containsExactly("key-0", "key-1", "key-2");
        assertThat(items(catalog().audit().list(page.get(2).position(), 3)))
                .extracting(AuditEntry::subject)
                .containsExactly("key-3", "key-4");
    }

    @Test
    default void the_last_change_is_the_one_that_was_recorded_last_whatever_its_moment() {
        AuditEntry later =
                new AuditEntry(NOON.plusSeconds(9), BOB, AuditEntry.Action.PACKAGE_UPDATED, "a", null, hash("1"), null);
        AuditEntry recordedLast =
                new AuditEntry(NOON, BOB, AuditEntry.Action.PACKAGE_UPDATED, "a", null, hash("2"), null);
        catalog().change(change -> {
            change.audit().add(later);
            change.audit().add(recordedLast);
            return true;
        });

        assertThat(catalog().audit().findLast(AuditEntry.Action.PACKAGE_UPDATED, "a"))
                .contains(recordedLast);
    }
}
