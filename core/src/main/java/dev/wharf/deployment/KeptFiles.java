package dev.wharf.deployment;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that packages had, so that they can be put back, or run again. */
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
        Sha256 sha256 = present.sha256();
        Optional<StoredArchive> kept = sha256 == null ? Optional.empty() : find(sha256);
        if (kept.isPresent()) {
            return kept.get();
        }
        try {
            return keep(packages.download(present.id()));
        } catch (IntegrityException e) {
            return null;
        } catch (InterruptedTransferException e) {
            throw new UnavailableException(
                    "The current archive of package " + present.id() + " could not be read. Nothing was changed.",
                    "Try again.",
                    null,
                    e);
        }
    }

    /** A file that was kept, here, by some package of the account, or with a journal; it is kept here then. */
    Optional<StoredArchive> findAnywhere(Sha256 sha256, DeployJournal journal) {
        return find(sha256)
                .or(() -> Page.<ConnectorPackage>collectAll(packages::list).stream()
                        .filter(p -> sha256.equals(p.sha256()))
                        .findFirst()
                        .map(this::keep))
                .or(() -> journal.openArchive(sha256).map(this::keep))
                .filter(file -> sha256.equals(file.sha256()));
    }

    private StoredArchive keep(ArchiveDownload opened) {
        try (opened;
                StagedArchive staged = store.stage(opened.asSource(), Long.MAX_VALUE)) {
            return staged.publish();
        }
    }

    private Optional<StoredArchive> find(Sha256 sha256) {
        try {
            Optional<StoredArchive> found = store.find(sha256);
            found.ifPresent(file -> store.touch(sha256));
            return found;
        } catch (IntegrityException changedOnDisk) {
            // The store has put it aside; the account may have another.
            return Optional.empty();
        }
    }
}
