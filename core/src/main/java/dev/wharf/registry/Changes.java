package dev.wharf.registry;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.PackageCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs changes of the catalog: each with one moment, recorded with what it did, and announced once it is durable. */
final class Changes {
    /** How long a key stands for what was uploaded with it. */
    static final Duration KEYS_KEPT = Duration.ofDays(1);

    private final PackageCatalog catalog;
    private final InstantSource clock;
    private final Consumer<AuditEntry> afterChange;

    Changes(PackageCatalog catalog, InstantSource clock, Consumer<AuditEntry> afterChange) {
        this.catalog = catalog;
        this.clock = clock;
        this.afterChange = afterChange;
    }

    <T> T run(UserId user, Function<Recorded, T> work) {
        List<AuditEntry> entries = new ArrayList<>();
        T result = catalog.change(change -> {
            entries.clear();
            return work.apply(new Recorded(change, clock.instant().truncatedTo(ChronoUnit.MILLIS), user, entries));
        });
        entries.forEach(afterChange);
        return result;
    }

    int forgetUploads() {
        Instant before = clock.instant().minus(KEYS_KEPT);
        return catalog.change(change -> change.forgetUploads(before));
    }

    /**
     * One change under way.
     *
     * @param catalog what is being changed
     * @param at the moment of the change, in milliseconds
     * @param user who makes it
     * @param entries what was recorded
     */
    record Recorded(PackageCatalog.Change catalog, Instant at, UserId user, List<AuditEntry> entries) {
        void record(
                Action action, String subject, @Nullable Sha256 from, @Nullable Sha256 to, @Nullable String detail) {
            AuditEntry entry = new AuditEntry(at, user, action, subject, from, to, detail);
            catalog.record(entry);
            entries.add(entry);
        }

        void record(Action action, String subject, @Nullable String detail) {
            record(action, subject, null, null, detail);
        }
    }
}
