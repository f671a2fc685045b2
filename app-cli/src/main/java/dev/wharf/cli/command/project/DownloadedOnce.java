package dev.wharf.cli.command.project;

import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import java.io.InputStream;
import java.util.OptionalLong;

/** The bytes of a download, which can be had once. */
public record DownloadedOnce(OptionalLong size, InputStream stream) implements ArchiveSource {
    public static DownloadedOnce of(ArchiveDownload download) {
        return new DownloadedOnce(download.size(), download.stream());
    }

    @Override
    public InputStream open() {
        return stream;
    }
}
