package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Progress;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.FileArchiveSource;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What is to be sent, named by a directory to build it from or by its file. It is staged and checked first: what is sent is
 * what was checked, whatever happens to the directory meanwhile.
 */
public final class ArchiveArgument {
    private ArchiveArgument() {}

    /** Hands the archive on; it is gone when this returns. */
    public static <T> T use(
            Path path,
            ProjectOptions options,
            Invocation invocation,
            ArchiveStore store,
            Function<StoredArchive, T> change) {
        try (StagedArchive staged = stage(path, options, invocation, store)) {
            return send(staged, invocation, change);
        }
    }

    /** Stages the archive and checks it; the caller closes it. */
    public static StagedArchive stage(Path path, ProjectOptions options, Invocation invocation, ArchiveStore store) {
        if (Files.notExists(path)) {
            throw new InvalidRequestException("There is no directory or archive: " + path + ".", "Check its path.");
        }
        options.checkFor(path);
        ArchiveSource source =
                Files.isDirectory(path) ? build(path, options, invocation.console()) : FileArchiveSource.of(path);
        StagedArchive staged = stage(path, source, store);
        try {
            ConnectorArchive.read(staged, ArchiveLimits.DEFAULT);
        } catch (RuntimeException e) {
            staged.close();
            throw e;
        }
        return staged;
    }

    private static StagedArchive stage(Path path, ArchiveSource source, ArchiveStore store) {
        try {
            return store.stage(source, ArchiveLimits.DEFAULT.maxBytes());
        } catch (InterruptedTransferException e) {
            throw ProjectDirectory.named(path, e);
        }
    }

    /** Does what sends an archive, which shows as progress, and breaks off when the user wants no more. */
    public static <T> T send(StoredArchive archive, Invocation invocation, Function<StoredArchive, T> change) {
        Interruption interruption = invocation.interruption();
        try (Progress progress = invocation.console().progress("Uploading", archive.size())) {
            return interruption.shield(() -> change.apply(new Breakable(archive, interruption, progress)));
        }
    }

    private static ArchiveSource build(Path directory, ProjectOptions options, Console console) {
        return ProjectDirectory.checked(directory, options, console, false).archive();
    }

    /** The archive on its way to an account. */
    private record Breakable(StoredArchive archive, Interruption interruption, Progress progress)
            implements StoredArchive {
        @Override
        public Sha256 sha256() {
            return archive.sha256();
        }

        @Override
        public long length() {
            return archive.length();
        }

        @Override
        public SeekableByteChannel openChannel() throws IOException {
            return archive.openChannel();
        }

        @Override
        public InputStream open() throws IOException {
            return progress.countingAnew(interruption.breakable(archive.open()));
        }
    }
}
