package dev.wharf.registry;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
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

/**
 * A registry whose archives are downloaded once: which one a package has is asked every time, its bytes come from the cache
 * if they are there, verified. Of many who want an archive that is not, one downloads it and the others wait. What the
 * registry tells no hash of is passed through. One registry belongs to one account, so nobody is served what the account
 * could not see.
 */
public final class CachingRegistry implements PackageRegistry {
    private static final int ATTEMPTS = 3;

    private final PackageRegistry registry;
    private final ArchiveStore store;
    private final ArchiveCache cache;
    private final long maxArchiveBytes;
    private final SharedWork<Sha256> downloads = new SharedWork<>();

    /**
     * Decorates a registry.
     *
     * @param registry the registry, of one account
     * @param store the cache's store, where archives are received
     * @param cache the cache
     * @param maxArchiveBytes how many bytes an archive may have
     */
    public CachingRegistry(PackageRegistry registry, ArchiveStore store, ArchiveCache cache, long maxArchiveBytes) {
        this.registry = registry;
        this.store = store;
        this.cache = cache;
        this.maxArchiveBytes = maxArchiveBytes;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return registry.list(request);
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive) {
        return registry.create(archive);
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return registry.retrieve(id);
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive) {
        return registry.update(id, archive);
    }

    @Override
    public void delete(PackageId id) {
        registry.delete(id);
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        // Again if the package got another archive meanwhile, or the cache had to let this one go at once.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Sha256 sha256 = registry.retrieve(id).sha256();
            if (sha256 == null) {
                break;
            }
            Optional<StoredArchive> found = cache.find(sha256);
            if (found.isPresent()) {
                return new StoredDownload(found.get());
            }
            if (!fetched(id, sha256)) {
                break;
            }
            found = cache.find(sha256);
            if (found.isPresent()) {
                return new StoredDownload(found.get());
            }
        }
        return registry.download(id);
    }

    private boolean fetched(PackageId id, Sha256 sha256) {
        try {
            return downloads.done(sha256, () -> cache.find(sha256).isPresent() || fetch(id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedTransferException("The download was interrupted while it waited for another.", e);
        }
    }

    /** Whether the archive is kept; one that is too large for the cache is not. */
    private boolean fetch(PackageId id) {
        try (ArchiveDownload download = registry.download(id)) {
            if (download.size().isPresent() && !cache.hasRoomFor(download.size().getAsLong())) {
                return false;
            }
            try (StagedArchive staged =
                    store.stage(new Received(download.size(), download.stream()), maxArchiveBytes)) {
                return cache.keep(staged).isPresent();
            }
        }
    }

    private record Received(OptionalLong size, InputStream stream) implements ArchiveSource {
        @Override
        public InputStream open() {
            return stream;
        }
    }
}
