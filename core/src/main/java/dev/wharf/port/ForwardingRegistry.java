package dev.wharf.port;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import org.jspecify.annotations.Nullable;

/**
 * A registry that hands every call on to another. Whoever adds something to a registry extends this, and overrides the
 * operations that it adds something to. The shorter forms of an operation call the full one, so only that is overridden.
 */
public abstract class ForwardingRegistry implements PackageRegistry {
    private final PackageRegistry registry;

    /**
     * Forwards.
     *
     * @param registry where calls go
     */
    protected ForwardingRegistry(PackageRegistry registry) {
        this.registry = registry;
    }

    /**
     * Where calls go.
     *
     * @return the registry that this was made with
     */
    protected final PackageRegistry registry() {
        return registry;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return registry.list(request);
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        return registry.create(archive, key);
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return registry.retrieve(id);
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        return registry.update(id, archive, expected);
    }

    @Override
    public void delete(PackageId id, @Nullable Sha256 expected) {
        registry.delete(id, expected);
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return registry.download(id);
    }
}
