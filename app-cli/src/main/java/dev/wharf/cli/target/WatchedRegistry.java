package dev.wharf.cli.target;

import dev.wharf.cli.console.Progress;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StoredArchive;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A registry whose downloads show as progress while their bytes come, whoever reads them. */
final class WatchedRegistry implements PackageRegistry {
    private final PackageRegistry registry;
    private final BiFunction<String, OptionalLong, Progress> begin;

    WatchedRegistry(PackageRegistry registry, BiFunction<String, OptionalLong, Progress> begin) {
        this.registry = registry;
        this.begin = begin;
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        ArchiveDownload download = registry.download(id);
        return new Watched(download, begin.apply("Downloading " + id, download.size()));
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return registry.list(request);
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        return registry.create(archive, key);
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return registry.retrieve(id);
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        return registry.update(id, archive, expected);
    }

    @Override
    public void delete(PackageId id, @Nullable Sha256 expected) {
        registry.delete(id, expected);
    }

    private static final class Watched implements ArchiveDownload {
        private final ArchiveDownload download;
        private final Progress progress;
        private final InputStream stream;

        Watched(ArchiveDownload download, Progress progress) {
            this.download = download;
            this.progress = progress;
            this.stream = progress.counting(download.stream());
        }

        @Override
        public @Nullable Sha256 sha256() {
            return download.sha256();
        }

        @Override
        public OptionalLong size() {
            return download.size();
        }

        @Override
        public InputStream stream() {
            return stream;
        }

        @Override
        public @Nullable StoredArchive stored() {
            return download.stored();
        }

        @Override
        public void close() {
            progress.close();
            download.close();
        }
    }
}
