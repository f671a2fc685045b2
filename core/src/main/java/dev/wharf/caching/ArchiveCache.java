package dev.wharf.caching;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.ArchiveStore.Entry;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Archives kept in a store as long as there is room; of those that were not used for longest, as many go as must. Any number
 * of caches, also of other processes, may use one store; the one that keeps an archive makes room for it. Safe for many threads.
 */
public final class ArchiveCache {
    /** Use is noted so seldom because a store may have to verify an archive again after it. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    private final ArchiveStore store;
    private final long maxBytes;
    private final InstantSource clock;
    private final Map<Sha256, Instant> noted = new ConcurrentHashMap<>();

    /**
     * A cache.
     *
     * @param store where archives are kept; nothing else may be kept there
     * @param maxBytes how many bytes all archives together may have
     * @param clock tells when archives are used
     */
    public ArchiveCache(ArchiveStore store, long maxBytes, InstantSource clock) {
        this.store = store;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /**
     * Finds an archive. One that has changed on its disk is put aside by the store and counts as not there.
     *
     * @param sha256 its hash
     * @return the archive, verified
     * @throws StorageException if the store cannot be read
     */
    public Optional<StoredArchive> find(Sha256 sha256) {
        Optional<StoredArchive> found;
        try {
            found = store.find(sha256);
        } catch (IntegrityException e) {
            return Optional.empty();
        }
        if (found.isPresent()) {
            noteUse(sha256);
        }
        return found;
    }

    /**
     * Whether an archive of a size would be kept.
     *
     * @param bytes its size in bytes
     * @return false if it alone is larger than the cache
     */
    public boolean hasRoomFor(long bytes) {
        return bytes <= maxBytes;
    }

    /**
     * Keeps an archive and makes room for it.
     *
     * @param archive the archive; the caller closes it as ever
     * @return the archive as it is kept; empty if it alone is larger than the cache, and is not kept
     * @throws StorageException if it cannot be kept
     */
    public Optional<StoredArchive> keep(StagedArchive archive) {
        if (!hasRoomFor(archive.length())) {
            return Optional.empty();
        }
        StoredArchive kept = archive.publish();
        noted.put(kept.sha256(), clock.instant());
        makeRoom(kept.sha256());
        return Optional.of(kept);
    }

    /**
     * Deletes archives, those unused longest first, until the rest has its room.
     *
     * @return how many bytes were deleted
     * @throws StorageException if the store cannot be listed or an archive not be deleted
     */
    public long trim() {
        return makeRoom(null);
    }

    private synchronized long makeRoom(@Nullable Sha256 spared) {
        List<Entry> entries = new ArrayList<>();
        store.forEach(entries::add);
        long excess = entries.stream().mapToLong(Entry::length).sum() - maxBytes;
        entries.sort(Comparator.comparing(Entry::touchedAt));
        long deleted = 0;
        for (Entry entry : entries) {
            if (deleted >= excess) {
                break;
            }
            boolean isSpared = entry.sha256().equals(spared);
            // What was used meanwhile is younger, and stays.
            if (!isSpared
                    && store.deleteIfUntouchedSince(
                            entry.sha256(), entry.touchedAt().plusNanos(1))) {
                deleted += entry.length();
                noted.remove(entry.sha256());
            }
        }
        return deleted;
    }

    private void noteUse(Sha256 sha256) {
        Instant now = clock.instant();
        Instant last = noted.get(sha256);
        if (last == null || last.plus(NOTED_EVERY).isBefore(now)) {
            noted.put(sha256, now);
            try {
                store.touch(sha256);
            } catch (StorageException e) {
                // It is here all the same; at worst it goes earlier than it should.
            }
        }
    }
}
