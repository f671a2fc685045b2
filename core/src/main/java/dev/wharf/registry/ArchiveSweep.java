package dev.wharf.registry;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.PackageCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes archives nobody needs. An archive is published before the catalog refers to it, and the store deletes only what
 * was not published since the cutoff, so an upload under way keeps its archive as long as it takes less than the grace.
 */
final class ArchiveSweep {
    private final PackageCatalog catalog;
    private final ArchiveStore archives;
    private final Instant cutoff;

    ArchiveSweep(PackageCatalog catalog, ArchiveStore archives, Instant cutoff) {
        this.catalog = catalog;
        this.archives = archives;
        this.cutoff = cutoff;
    }

    int run() {
        List<Sha256> old = new ArrayList<>();
        archives.forEach(entry -> {
            if (entry.touchedAt().isBefore(cutoff)) {
                old.add(entry.sha256());
            }
        });
        int deleted = 0;
        for (Sha256 sha256 : old) {
            if (!catalog.needsArchive(sha256, cutoff) && archives.deleteIfUntouchedSince(sha256, cutoff)) {
                catalog.change(change -> {
                    change.forgetArchive(sha256);
                    return sha256;
                });
                deleted++;
            }
        }
        return deleted;
    }
}
