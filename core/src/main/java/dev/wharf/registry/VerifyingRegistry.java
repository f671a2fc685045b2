package dev.wharf.registry;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.OptionalLong;

/**
 * A registry that trusts no answer: what was sent is hashed on its way, and compared with the hash the registry reports. If
 * a new package turns out wrong it is deleted before the failure is raised. Where the registry reports no hash there is
 * nothing to compare; download the package to be sure.
 */
public final class VerifyingRegistry implements PackageRegistry {
    private final PackageRegistry registry;

    /**
     * Decorates a registry.
     *
     * @param registry the registry to verify
     */
    public VerifyingRegistry(PackageRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return registry.list(request);
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive) {
        HashingSource source = new HashingSource(archive);
        ConnectorPackage created = registry.create(source);
        try {
            check(created, source);
        } catch (IntegrityException e) {
            try {
                registry.delete(created.id());
            } catch (RuntimeException leftBehind) {
                e.addSuppressed(leftBehind);
            }
            throw e;
        }
        return created;
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return registry.retrieve(id);
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive) {
        HashingSource source = new HashingSource(archive);
        ConnectorPackage updated = registry.update(id, source);
        check(updated, source);
        return updated;
    }

    @Override
    public void delete(PackageId id) {
        registry.delete(id);
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return registry.download(id);
    }

    private static void check(ConnectorPackage answered, HashingSource source) {
        Sha256 reported = answered.sha256();
        Sha256 sent = source.sha256();
        if (reported != null && !reported.equals(sent)) {
            throw new IntegrityException(
                    "The registry keeps other bytes for package " + answered.id() + " than were sent: sent SHA-256 "
                            + sent + ", it reports " + reported + ". Upload the archive again.",
                    sent.hex(),
                    reported.hex());
        }
    }

    /** Hashes what passes; of the last opening, if the source is opened several times. */
    private static final class HashingSource implements ArchiveSource {
        private final ArchiveSource source;
        private MessageDigest digest = Sha256.newDigest();

        HashingSource(ArchiveSource source) {
            this.source = source;
        }

        Sha256 sha256() {
            return Sha256.of(digest);
        }

        @Override
        public OptionalLong size() {
            return source.size();
        }

        @Override
        public InputStream open() throws IOException {
            MessageDigest fresh = Sha256.newDigest();
            digest = fresh;
            return new DigestInputStream(source.open(), fresh);
        }
    }
}
