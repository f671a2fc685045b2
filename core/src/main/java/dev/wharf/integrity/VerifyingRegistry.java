package dev.wharf.integrity;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ForwardingRegistry;
import dev.wharf.port.PackageRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A registry that trusts no answer: what was sent is hashed on its way, and compared with the hash the registry reports. If a
 * new package turns out wrong it is deleted before the failure is raised. If an updated one does, its previous file is put back,
 * where {@link Verification} says that there is one to put back. Where the registry reports no hash there is nothing to compare,
 * unless {@link Verification} asks for a download.
 */
public final class VerifyingRegistry extends ForwardingRegistry {
    private final Verification verification;

    /**
     * Decorates a registry, with {@link Verification#DEFAULT}.
     *
     * @param registry the registry to verify
     */
    public VerifyingRegistry(PackageRegistry registry) {
        this(registry, Verification.DEFAULT);
    }

    /**
     * Decorates a registry.
     *
     * @param registry the registry to verify
     * @param verification what to do beyond comparing what is reported
     */
    public VerifyingRegistry(PackageRegistry registry, Verification verification) {
        super(registry);
        this.verification = verification;
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        HashingSource source = new HashingSource(archive);
        ConnectorPackage created = super.create(source, key);
        try {
            check(created, source);
        } catch (IntegrityException e) {
            try {
                super.delete(created.id(), null);
            } catch (RuntimeException leftBehind) {
                e.addSuppressed(leftBehind);
            }
            throw e;
        }
        return created;
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        try (PreviousFile previous = PreviousFile.of(registry(), id, verification)) {
            HashingSource source = new HashingSource(archive);
            ConnectorPackage updated = super.update(id, source, expected);
            try {
                check(updated, source);
            } catch (IntegrityException e) {
                throw previous.putBack(e);
            }
            return updated;
        }
    }

    private void check(ConnectorPackage answered, HashingSource source) {
        Sha256 reported = answered.sha256();
        Sha256 sent = source.passed();
        if (reported == null && verification.downloading()) {
            reported = DownloadedHash.of(registry(), answered.id());
        }
        if (reported != null && !reported.equals(sent)) {
            throw new IntegrityException(
                    "The registry stored other bytes for package " + answered.id() + " than were sent: sent SHA-256 "
                            + sent + ", stored " + reported + ".",
                    "Upload the archive again.",
                    sent.hex(),
                    reported.hex());
        }
    }
}
