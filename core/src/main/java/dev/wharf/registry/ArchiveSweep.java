package dev.wharf.registry;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.catalog.PackageCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deletes archives nobody needs. An archive is published before the catalog refers to it, and the store deletes only what
 * was not published since the cutoff, so an upload under way keeps its archive as long as it takes less than the grace.
 * Should it take longer, or a clock be wrong, it is refused: an archive is deleted within a change of the catalog, and an
 * upload looks within its own whether its archive is still there. Changes happen one after the other.
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
            if (!catalog.archives().isNeeded(sha256, cutoff) && delete(sha256)) {
                deleted++;
            }
        }
        return deleted;
    }

    private boolean delete(Sha256 sha256) {
        // Set outside of the change, which may run twice: then the archive is gone already.
        AtomicBoolean deleted = new AtomicBoolean();
        catalog.change(change -> {
            if (!change.archives().isNeeded(sha256, cutoff)) {
                if (archives.deleteIfUntouchedSince(sha256, cutoff)) {
                    deleted.set(true);
                }
                if (deleted.get()) {
                    change.archives().forget(sha256);
                }
            }
            return sha256;
        });
        return deleted.get();
    }
}
