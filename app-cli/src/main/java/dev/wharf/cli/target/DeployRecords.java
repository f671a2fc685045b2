package dev.wharf.cli.target;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.DeployJournal;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What this machine keeps of deploys: the journal, and the files that ran. */
public final class DeployRecords implements AutoCloseable {
    private final DeployJournal journal;
    private final Path directory;
    private final long maxBytes;
    private @Nullable FileArchiveStore files;

    DeployRecords(DeployJournal journal, Path directory, long maxBytes) {
        this.journal = journal;
        this.directory = directory;
        this.maxBytes = maxBytes;
    }

    /**
     * What was deployed, when, by whom.
     *
     * @return the journal
     */
    public DeployJournal journal() {
        return journal;
    }

    /**
     * The files that ran.
     *
     * @return their store, good until this is closed
     */
    public ArchiveStore files() {
        FileArchiveStore present = files;
        if (present == null) {
            present = new FileArchiveStore(directory);
            files = present;
        }
        return present;
    }

    /** Makes room: those unused longest go first. */
    public void trim() {
        new ArchiveCache(files(), maxBytes, InstantSource.system()).trim();
    }

    @Override
    public void close() {
        if (files != null) {
            files.close();
        }
    }
}
