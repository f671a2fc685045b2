package dev.wharf.deployment;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import org.jspecify.annotations.Nullable;

/** The files that packages had, so that they can be put back. */
final class KeptFiles {
    private final PackageRegistry packages;
    private final ArchiveStore store;

    KeptFiles(PackageRegistry packages, ArchiveStore store) {
        this.packages = packages;
        this.store = store;
    }

    /** A package's file, verified, kept from now on; null if the account itself has spoiled it, which the deploy may mend. */
    @Nullable
    StoredArchive keep(ConnectorPackage present) {
        StoredArchive kept = find(present.sha256());
        if (kept != null) {
            return kept;
        }
        try (ArchiveDownload download = packages.download(present.id());
                StagedArchive staged = store.stage(download.asSource(), Long.MAX_VALUE)) {
            return staged.publish();
        } catch (IntegrityException e) {
            return null;
        } catch (InterruptedTransferException e) {
            throw new UnavailableException(
                    "The present file of package " + present.id()
                            + " could not be read, and nothing was changed: try again.",
                    null,
                    e);
        }
    }

    private @Nullable StoredArchive find(@Nullable Sha256 sha256) {
        if (sha256 == null) {
            return null;
        }
        try {
            StoredArchive found = store.find(sha256).orElse(null);
            if (found != null) {
                store.touch(sha256);
            }
            return found;
        } catch (IntegrityException changedOnDisk) {
            // The store has put it aside; the account has another.
            return null;
        }
    }
}
