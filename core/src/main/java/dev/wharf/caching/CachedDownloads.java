package dev.wharf.caching;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.integrity.ArchiveDownloads;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Downloads of one account through one cache, however many views of the account there are. */
public final class CachedDownloads {
    private static final int ATTEMPTS = 3;

    private final ArchiveStore store;
    private final ArchiveCache cache;
    private final long maxArchiveBytes;
    private final Consumer<StorageException> withoutCache;
    private final SharedWork<Object, Fetched> underWay = new SharedWork<>();
    private final LongAdder served = new LongAdder();
    private final LongAdder fetched = new LongAdder();

    /**
     * Downloads with a cache.
     *
     * @param store where the archives of the cache are
     * @param cache which archives stay
     * @param maxArchiveBytes the most that one archive may have, in bytes
     * @param withoutCache is told when the cache fails; the download goes on without it
     */
    public CachedDownloads(
            ArchiveStore store, ArchiveCache cache, long maxArchiveBytes, Consumer<StorageException> withoutCache) {
        this.withoutCache = withoutCache;
        this.store = store;
        this.cache = cache;
        this.maxArchiveBytes = maxArchiveBytes;
    }

    /**
     * How many archives came from the cache.
     *
     * @return the number since this was made
     */
    public long served() {
        return served.sum();
    }

    /**
     * How many archives were asked of the account, into the cache or past it.
     *
     * @return the number since this was made
     */
    public long fetched() {
        return fetched.sum();
    }

    /**
     * Opens a package's file, which the account is asked for only if the cache does not have it.
     *
     * @param account has the package
     * @param id the package
     * @return its file, verified; the caller closes it
     */
    public ArchiveDownload open(PackageRegistry account, PackageId id) {
        Optional<StoredArchive> cached;
        try {
            cached = cached(account, id);
        } catch (StorageException e) {
            // That the cache cannot be read or written is no reason to withhold what the account has.
            withoutCache.accept(e);
            cached = Optional.empty();
        }
        if (cached.isPresent()) {
            served.increment();
            return ArchiveDownloads.of(cached.get());
        }
        fetched.increment();
        return account.download(id);
    }

    private Optional<StoredArchive> cached(PackageRegistry account, PackageId id) {
        // Again if the package got another archive meanwhile, or the cache had to let this one go at once.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Sha256 sha256 = account.retrieve(id).sha256();
            if (sha256 == null || !cache.hasRoomFor(1)) {
                break;
            }
            Optional<StoredArchive> found = cache.find(sha256);
            if (found.isPresent()) {
                return found;
            }
            if (!fetched(account, id, sha256)) {
                break;
            }
            found = cache.find(sha256);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Several packages may have one archive, of which one is asked. That it has none any more says nothing of the others. */
    private boolean fetched(PackageRegistry account, PackageId id, Sha256 sha256) {
        Supplier<Fetched> work = () -> fetchedOnce(account, id, sha256);
        try {
            Fetched done = underWay.done(sha256, work);
            boolean anothers = done.failure() != null && !done.from().equals(id);
            return anothers ? underWay.done(new Fetch(id, sha256), work).isKept() : done.isKept();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedTransferException(
                    "The download was interrupted while it waited for another download.", e);
        }
    }

    private Fetched fetchedOnce(PackageRegistry account, PackageId id, Sha256 sha256) {
        try {
            return new Fetched(id, cache.find(sha256).isPresent() || fetch(account, id), null);
        } catch (WharfException e) {
            return new Fetched(id, false, e);
        }
    }

    /** Whether the archive is kept; one that is too large for the cache is not. */
    private boolean fetch(PackageRegistry account, PackageId id) {
        fetched.increment();
        try (ArchiveDownload download = account.download(id)) {
            long known = download.size().orElse(0);
            if (known > maxArchiveBytes || !cache.hasRoomFor(known)) {
                return false;
            }
            try (StagedArchive staged =
                    store.stage(new Received(download.size(), download.stream()), maxArchiveBytes)) {
                return cache.keep(staged).isPresent();
            }
        } catch (TooLargeException e) {
            return false;
        } catch (InterruptedTransferException e) {
            throw new UnavailableException(
                    "The download of package " + id + " was interrupted.", "Try again.", null, e);
        }
    }

    private record Fetch(PackageId from, Sha256 sha256) {}

    /** What came of asking one package for its archive. */
    private record Fetched(PackageId from, boolean kept, @Nullable WharfException failure) {
        boolean isKept() {
            if (failure != null) {
                throw failure;
            }
            return kept;
        }
    }

    private record Received(OptionalLong size, InputStream stream) implements ArchiveSource {
        @Override
        public InputStream open() {
            return stream;
        }
    }
}
