package dev.wharf.integrity;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import org.jspecify.annotations.Nullable;

/** The file a package has before an update, as far as it is at hand. */
final class PreviousFile implements AutoCloseable {
    private final PackageRegistry registry;
    private final PackageId id;
    private final @Nullable StoredArchive archive;

    private PreviousFile(PackageRegistry registry, PackageId id, @Nullable StoredArchive archive) {
        this.registry = registry;
        this.id = id;
        this.archive = archive;
    }

    static PreviousFile of(PackageRegistry registry, PackageId id, Verification verification) {
        ArchiveStore store = verification.store();
        return new PreviousFile(registry, id, store == null ? null : find(registry, id, store, verification));
    }

    /** The failure to raise, once everything was done about it that can be. */
    IntegrityException putBack(IntegrityException failure) {
        if (archive == null) {
            return failure;
        }
        try {
            Sha256 now = registry.update(id, archive, null).sha256();
            if (now != null && !now.equals(archive.sha256())) {
                return saying(failure, " The registry stored its previous archive wrongly too.");
            }
            return saying(failure, " Its previous archive was restored.");
        } catch (WharfException e) {
            failure.addSuppressed(e);
            return saying(failure, " Its previous archive could not be restored. " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (archive instanceof StagedArchive fetched) {
            fetched.close();
        }
    }

    private static @Nullable StoredArchive find(
            PackageRegistry registry, PackageId id, ArchiveStore store, Verification verification) {
        Sha256 present = registry.retrieve(id).sha256();
        StoredArchive kept = present == null ? null : kept(store, present);
        return kept != null || !verification.fetching() ? kept : fetched(registry, id, store, verification);
    }

    /** One that has changed on its disk was put aside by the store. */
    private static @Nullable StoredArchive kept(ArchiveStore store, Sha256 sha256) {
        try {
            return store.find(sha256).orElse(null);
        } catch (IntegrityException e) {
            return null;
        }
    }

    /** One that the registry itself has spoiled is not worth putting back, and the update may be meant to mend it. */
    private static @Nullable StagedArchive fetched(
            PackageRegistry registry, PackageId id, ArchiveStore store, Verification verification) {
        try (ArchiveDownload download = registry.download(id)) {
            return store.stage(download.asSource(), verification.maxBytes());
        } catch (IntegrityException e) {
            return null;
        } catch (InterruptedTransferException e) {
            throw new UnavailableException(
                    "The current archive of package " + id
                            + " could not be read before the update. Nothing was changed.",
                    "Try again.",
                    null,
                    e);
        }
    }

    private static IntegrityException saying(IntegrityException failure, String more) {
        IntegrityException said =
                new IntegrityException(failure.problem() + more, failure.hint(), failure.expected(), failure.actual());
        said.initCause(failure);
        return said;
    }
}
