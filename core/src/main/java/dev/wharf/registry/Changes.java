package dev.wharf.registry;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.PackageCatalog;
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
public final class Changes {
    /** How long a key stands for what was uploaded with it. */
    static final Duration KEYS_KEPT = Duration.ofDays(1);

    private final PackageCatalog catalog;
    private final InstantSource clock;
    private final Consumer<AuditEntry> afterChange;

    /**
     * Changes of a catalog.
     *
     * @param catalog what is changed
     * @param clock tells the moment of each change
     * @param afterChange is told what was recorded, once it is durable
     */
    public Changes(PackageCatalog catalog, InstantSource clock, Consumer<AuditEntry> afterChange) {
        this.catalog = catalog;
        this.clock = clock;
        this.afterChange = afterChange;
    }

    /**
     * Runs a change as one transaction.
     *
     * @param <T> what the change answers
     * @param user who makes it
     * @param work what to do; may be run again from the start when it collides with another change
     * @return what the work answered
     */
    public <T> T run(UserId user, Function<Recorded, T> work) {
        List<AuditEntry> entries = new ArrayList<>();
        T result = catalog.change(change -> {
            entries.clear();
            return work.apply(new Recorded(change, clock.instant().truncatedTo(ChronoUnit.MILLIS), user, entries));
        });
        entries.forEach(afterChange);
        return result;
    }

    /**
     * Forgets what uploads became whose keys no longer stand for them.
     *
     * @return how many were forgotten
     */
    public int forgetUploads() {
        Instant before = clock.instant().minus(KEYS_KEPT);
        return catalog.change(change -> change.uploads().forget(before));
    }

    /**
     * One change under way.
     *
     * @param catalog what is being changed
     * @param at the moment of the change, in milliseconds
     * @param user who makes it
     * @param entries what was recorded
     */
    public record Recorded(PackageCatalog.Change catalog, Instant at, UserId user, List<AuditEntry> entries) {
        /**
         * Records what is being done.
         *
         * @param action what
         * @param subject the identifier of what it is done to
         * @param from the hash of the file before; null if there was none
         * @param to the hash of the file after; null if there is none
         * @param detail what else is to be known; null for nothing
         */
        public void record(
                Action action, String subject, @Nullable Sha256 from, @Nullable Sha256 to, @Nullable String detail) {
            AuditEntry entry = new AuditEntry(at, user, action, subject, from, to, detail);
            catalog.audit().add(entry);
            entries.add(entry);
        }

        /**
         * Records what is being done to something without a file.
         *
         * @param action what
         * @param subject the identifier of what it is done to
         * @param detail what else is to be known; null for nothing
         */
        public void record(Action action, String subject, @Nullable String detail) {
            record(action, subject, null, null, detail);
        }
    }
}
