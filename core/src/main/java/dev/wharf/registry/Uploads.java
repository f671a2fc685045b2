package dev.wharf.registry;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;

/** Receives archives: bounded, found to be connector packages, and durable before anybody is told. */
final class Uploads {
    private final ArchiveStore archives;
    private final ArchiveLimits limits;

    Uploads(ArchiveStore archives, ArchiveLimits limits) {
        this.archives = archives;
        this.limits = limits;
    }

    StoredArchive receive(ArchiveSource source) {
        try (StagedArchive staged = archives.stage(source, limits.maxBytes())) {
            ConnectorArchive.read(staged, limits);
            StoredArchive kept = staged.publish();
            if (!kept.sha256().equals(staged.sha256())) {
                throw new IntegrityException(
                        "The stored archive differs from the archive received.",
                        "Upload it again.",
                        staged.sha256().hex(),
                        kept.sha256().hex());
            }
            return kept;
        }
    }

    /** Refuses to refer to an archive that a sweep has deleted since it was kept; to be asked within the change. */
    static Sha256 stillThere(StoredArchive kept) {
        try {
            kept.openChannel().close();
            return kept.sha256();
        } catch (IOException e) {
            throw new StorageException(
                    "The archive is no longer in the store. Nothing was changed.",
                    "Send it again. If this happens again, make the grace period longer, and check the clocks.",
                    e);
        }
    }
}
