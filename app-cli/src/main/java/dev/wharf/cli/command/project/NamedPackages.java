package dev.wharf.cli.command.project;

import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.FileArchive;
import dev.wharf.model.PackageId;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Finds the packages a user names: a directory, an archive's file, or else the id of one in the account. */
final class NamedPackages implements AutoCloseable {
    private static final ArchiveLimits LIMITS = ArchiveLimits.DEFAULT;

    private final Invocation invocation;
    private final Deque<StagedArchive> downloaded = new ArrayDeque<>();
    private @Nullable OpenTarget target;

    NamedPackages(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Finds one. An archive is checked; what is downloaded is verified and kept until this is closed. */
    NamedPackage find(String name) {
        Path path = path(name);
        if (path != null && Files.isDirectory(path)) {
            return new NamedPackage.Directory(name, ProjectDirectory.select(path, new ProjectOptions()));
        }
        if (path != null && Files.exists(path)) {
            return archive(name, FileArchive.read(path, LIMITS.maxBytes()));
        }
        return archive(name, download(id(name)));
    }

    private static @Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** What looks like a file's path is meant as one, though an account may have any identifier. */
    private static PackageId id(String name) {
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.endsWith(".zip")) {
            throw new InvalidRequestException("'" + name + "' is not a file, a directory or a package's id.");
        }
        return new PackageId(name);
    }

    private static NamedPackage archive(String name, StoredArchive archive) {
        return new NamedPackage.Archive(name, archive, ConnectorArchive.read(archive, LIMITS));
    }

    private StoredArchive download(PackageId id) {
        OpenTarget opened = target == null ? invocation.open() : target;
        target = opened;
        try (ArchiveDownload download = opened.download(id)) {
            if (download.sha256() == null) {
                invocation
                        .console()
                        .warn("The registry reports no SHA-256 of " + id + ". Its bytes cannot be" + " verified.");
            }
            StagedArchive staged = opened.archives().stage(DownloadedOnce.of(download), LIMITS.maxBytes());
            downloaded.push(staged);
            return staged;
        }
    }

    @Override
    public void close() {
        downloaded.forEach(StagedArchive::close);
        if (target != null) {
            target.close();
        }
    }
}
