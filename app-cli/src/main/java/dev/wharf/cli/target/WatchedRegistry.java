package dev.wharf.cli.target;

import dev.wharf.cli.console.Progress;
import dev.wharf.model.PackageId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ForwardingDownload;
import dev.wharf.port.ForwardingRegistry;
import dev.wharf.port.PackageRegistry;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** A registry whose downloads show as progress while their bytes come, whoever reads them. */
final class WatchedRegistry extends ForwardingRegistry {
    private final BiFunction<String, OptionalLong, Progress> begin;

    WatchedRegistry(PackageRegistry registry, BiFunction<String, OptionalLong, Progress> begin) {
        super(registry);
        this.begin = begin;
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        ArchiveDownload download = super.download(id);
        return new Watched(download, begin.apply("Downloading " + id, download.size()));
    }

    private static final class Watched extends ForwardingDownload {
        private final Progress progress;
        private final InputStream stream;

        Watched(ArchiveDownload download, Progress progress) {
            super(download);
            this.progress = progress;
            this.stream = progress.counting(download.stream());
        }

        @Override
        public InputStream stream() {
            return stream;
        }

        @Override
        public void close() {
            progress.close();
            super.close();
        }
    }
}
