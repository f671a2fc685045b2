package dev.wharf.caching;

import dev.wharf.failure.StorageException;
import dev.wharf.model.PackageId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.ForwardingRegistry;
import dev.wharf.port.PackageRegistry;
import java.util.function.Consumer;

/**
 * A registry whose archives are downloaded once: which one a package has is asked every time, its bytes come from the cache
 * if they are there, verified. Of many who want an archive that is not, one downloads it and the others wait. What the
 * registry tells no hash of is passed through. One registry belongs to one account, so nobody is served what the account
 * could not see.
 */
public final class CachingRegistry extends ForwardingRegistry {
    private final CachedDownloads downloads;

    /**
     * Decorates a registry.
     *
     * @param registry the registry, of one account
     * @param store the cache's store, where archives are received
     * @param cache the cache
     * @param maxArchiveBytes how many bytes an archive may have
     */
    public CachingRegistry(PackageRegistry registry, ArchiveStore store, ArchiveCache cache, long maxArchiveBytes) {
        this(registry, store, cache, maxArchiveBytes, failure -> {});
    }

    /**
     * Decorates a registry.
     *
     * @param registry the registry, of one account
     * @param store the cache's store, where archives are received
     * @param cache the cache
     * @param maxArchiveBytes how many bytes an archive may have
     * @param withoutCache told why, whenever an archive is downloaded past a cache that cannot be read or written
     */
    public CachingRegistry(
            PackageRegistry registry,
            ArchiveStore store,
            ArchiveCache cache,
            long maxArchiveBytes,
            Consumer<StorageException> withoutCache) {
        super(registry);
        this.downloads = new CachedDownloads(store, cache, maxArchiveBytes, withoutCache);
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return downloads.open(registry(), id);
    }
}
