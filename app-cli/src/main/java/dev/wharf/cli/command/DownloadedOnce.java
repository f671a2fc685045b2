package dev.wharf.cli.command;

import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import java.io.InputStream;
import java.util.OptionalLong;

/** The bytes of a download, which can be had once. */
record DownloadedOnce(OptionalLong size, InputStream stream) implements ArchiveSource {
    static DownloadedOnce of(ArchiveDownload download) {
        return new DownloadedOnce(download.size(), download.stream());
    }

    @Override
    public InputStream open() {
        return stream;
    }
}
