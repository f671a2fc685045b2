package dev.wharf.gateway;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.BegunChange;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.port.catalog.PackageCatalog.Change;
import dev.wharf.registry.Repeated;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one gateway has begun to change in the account behind it and is at still. Each is written down before it is asked for. */
final class BegunChanges {
    private final ConcurrentMap<String, CountDownLatch> underWay = new ConcurrentHashMap<>();
    private final PackageCatalog catalog;
    private final InstantSource clock;
    private final Duration lease;
    private final Duration patience;

    /**
     * Nothing begun yet.
     *
     * @param lease how long a change counts as in progress after somebody last reported it
     * @param patience how long the second sending of an upload waits for the first
     */
    BegunChanges(PackageCatalog catalog, InstantSource clock, Duration lease, Duration patience) {
        this.catalog = catalog;
        this.clock = clock;
        this.lease = lease;
        this.patience = patience;
    }

    /** What is to be done. */
    record Intent(
            Action action,
            @Nullable String subject,
            @Nullable Sha256 from,
            @Nullable Sha256 to,
            @Nullable UploadKey key) {}

    /** Either a change that may be asked for now, or an upload that was made before under the same key. */
    record Start(@Nullable BegunChange begun, @Nullable KeyedUpload before) {}

    /**
     * Writes down what is to be done; whoever began it {@link #end}s it. If its key stands for an upload under way, that is waited
     * for.
     *
     * @throws ConflictException if such an upload does not end in time, or runs elsewhere
     * @throws dev.wharf.failure.UploadKeyReusedException if its key stands for other bytes
     * @throws StorageException if it cannot be written down; nothing may be asked for then
     */
    Start begin(UserId user, Intent intent) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<BegunChange> same = sameUnderWay(user, intent);
            if (same.isEmpty()) {
                Optional<Start> started = start(user, intent);
                if (started.isPresent()) {
                    return started.get();
                }
            } else if (!awaited(same.get(), end - System.nanoTime())) {
                throw new ConflictException(
                        "An upload with this idempotency key is in progress, or its result is not known yet.",
                        "Send it again in a minute, with the same key.");
            }
        }
    }

    /** It is not under way any more, recorded or not. */
    void end(BegunChange begun) {
        Objects.requireNonNull(underWay.remove(begun.id())).countDown();
    }

    boolean isUnderWay(BegunChange begun, Instant now) {
        return underWay.containsKey(begun.id()) || now.isBefore(begun.underWayUntil());
    }

    /** Lets the other programs know that what is under way here is. */
    void stillUnderWay() {
        List<String> ids = List.copyOf(underWay.keySet());
        if (!ids.isEmpty()) {
            Instant until = clock.instant().plus(lease);
            catalog.change(change -> {
                change.begun().prolong(ids, until);
                return until;
            });
        }
    }

    private Optional<BegunChange> sameUnderWay(UserId user, Intent intent) {
        UploadKey key = intent.key();
        return key == null
                ? Optional.empty()
                : catalog.begun().find(user, key).map(same -> {
                    Repeated.checkSame(Objects.requireNonNull(same.to()), Objects.requireNonNull(intent.to()));
                    return same;
                });
    }

    /** Empty if somebody else began the same meanwhile. */
    private Optional<Start> start(UserId user, Intent intent) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        BegunChange begun = new BegunChange(
                UUID.randomUUID().toString(),
                now,
                user,
                intent.action(),
                intent.subject(),
                intent.from(),
                intent.to(),
                intent.key(),
                now.plus(lease));
        // Before others can see it, who may want to wait for its end.
        underWay.put(begun.id(), new CountDownLatch(1));
        Optional<Start> started = Optional.empty();
        try {
            started = catalog.change(change -> start(change, begun));
        } catch (StorageException e) {
            throw new StorageException(
                    "The change cannot be recorded, so nothing was changed. " + e.getMessage(),
                    "Ask the gateway's operator to check its data directory.",
                    e);
        } finally {
            if (started.map(Start::begun).isEmpty()) {
                end(begun);
            }
        }
        return started;
    }

    private static Optional<Start> start(Change change, BegunChange begun) {
        UploadKey key = begun.key();
        if (key != null) {
            Optional<KeyedUpload> before = change.uploads().find(begun.user(), key);
            if (before.isPresent()) {
                return Optional.of(new Start(null, before.get()));
            }
            if (change.begun().find(begun.user(), key).isPresent()) {
                return Optional.empty();
            }
        }
        change.begun().begin(begun);
        return Optional.of(new Start(begun, null));
    }

    private boolean awaited(BegunChange other, long nanos) {
        CountDownLatch ending = underWay.get(other.id());
        if (ending == null) {
            // It may have ended between the two looks; what is not there any more need not be waited for.
            UploadKey key = Objects.requireNonNull(other.key());
            return catalog.begun()
                    .find(other.user(), key)
                    .filter(same -> same.id().equals(other.id()))
                    .isEmpty();
        }
        try {
            return ending.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The call was interrupted while it waited.", "Try again.", null, e);
        }
    }
}
