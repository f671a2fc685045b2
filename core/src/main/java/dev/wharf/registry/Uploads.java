package dev.wharf.registry;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;

/** Receives archives: bounded, found to be connector packages, and durable before anybody is told. */
final class Uploads {
    private final ArchiveStore archives;
    private final ArchiveLimits limits;

    Uploads(ArchiveStore archives, ArchiveLimits limits) {
        this.archives = archives;
        this.limits = limits;
    }

    Sha256 receive(ArchiveSource source) {
        try (StagedArchive staged = archives.stage(source, limits.maxBytes())) {
            ConnectorArchive.read(staged, limits);
            Sha256 kept = staged.publish().sha256();
            if (!kept.equals(staged.sha256())) {
                throw new IntegrityException(
                        "The archive kept is not the archive received: upload it again.",
                        staged.sha256().hex(),
                        kept.hex());
            }
            return kept;
        }
    }
}
