package dev.wharf.integrity;

import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;

/** Downloads of what is at hand. */
public final class ArchiveDownloads {
    private ArchiveDownloads() {}

    /**
     * A download of an archive whose verified bytes are at hand. Its stream is opened when it is first asked for.
     *
     * @param archive the archive
     * @return the download, which the caller closes
     */
    public static ArchiveDownload of(StoredArchive archive) {
        return new StoredDownload(archive);
    }
}
