package dev.wharf.cli.target;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.caching.CachingRegistry;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.failure.WharfException;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.model.PackageId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.PackageRegistry;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Downloads archives, those in the local cache only once. A cache that cannot be used keeps nobody from a download. */
final class Downloads implements AutoCloseable {
    private final PackageRegistry packages;
    private final @Nullable FileArchiveStore store;
    private final @Nullable PackageRegistry cached;
    private final Consumer<String> notes;

    private Downloads(
            PackageRegistry packages,
            @Nullable FileArchiveStore store,
            @Nullable PackageRegistry cached,
            Consumer<String> notes) {
        this.packages = packages;
        this.store = store;
        this.cached = cached;
        this.notes = notes;
    }

    /** All of them from the account. */
    static Downloads direct(PackageRegistry packages) {
        return new Downloads(packages, null, null, note -> {});
    }

    /** Those that are not in the cache from the account, and then into the cache. */
    static Downloads through(CacheSettings settings, PackageRegistry packages, Consumer<String> notes) {
        FileArchiveStore store;
        try {
            store = new FileArchiveStore(settings.directory());
        } catch (StorageException e) {
            notes.accept(without(e));
            return direct(packages);
        }
        ArchiveCache cache = new ArchiveCache(store, settings.maxBytes(), InstantSource.system());
        PackageRegistry cached = new CachingRegistry(
                packages, store, cache, settings.maxBytes(), failure -> notes.accept(without(failure)));
        return new Downloads(packages, store, cached, notes);
    }

    ArchiveDownload open(PackageId id) {
        if (cached == null) {
            return packages.download(id);
        }
        try {
            ArchiveDownload download = cached.download(id);
            // Opens the file of a kept archive while it is certainly there: another process may let it go.
            download.stream();
            return download;
        } catch (StorageException | TooLargeException e) {
            notes.accept(without(e));
            return packages.download(id);
        }
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }

    private static String without(WharfException failure) {
        return "Continuing without the archive cache. " + failure.getMessage();
    }
}
