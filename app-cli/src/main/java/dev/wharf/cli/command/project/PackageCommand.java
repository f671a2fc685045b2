package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Progress;
import dev.wharf.cli.target.Invocation;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.StorageException;
import dev.wharf.filesystem.HashedBytes;
import dev.wharf.filesystem.TargetFile;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds a connector's archive. */
@Command(
        name = "package",
        description = "Builds the archive of a connector's directory. The same files give the same bytes everywhere.",
        footer = {"", "Example:", "  wharf package examples/weather --list"})
public final class PackageCommand implements Callable<Integer> {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Invocation invocation;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The directory that holds connector.py. Default: the current directory.")
    private Path directory = Path.of(".");

    @Option(
            names = {"-O", "--output-file"},
            paramLabel = "FILE",
            description = "The file to write. Default: DIR/files/NAME.zip.")
    private @Nullable Path file;

    @Option(names = "--list", description = "Show every file in the archive.")
    private boolean list;

    @Option(names = "--explain", description = "Show every file left out of the archive, and why.")
    private boolean explain;

    @Mixin
    private final ProjectOptions projectOptions = new ProjectOptions();

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackageCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ConnectorProject project = ProjectDirectory.checked(directory, projectOptions, invocation.console(), true);
        ArchiveSource archive = project.archive();
        Path target = file == null ? defaultFile(project) : file;
        if (Files.isRegularFile(target) && !isArchive(target) && goesIn(project, target)) {
            throw new InvalidRequestException(
                    target + " is a file of the project. Wharf would overwrite it.", "Choose another file with -O.");
        }
        BuiltArchive built = build(project, archive, target);
        Console console = invocation.console();
        console.show(built.document(list, explain), () -> built.lines(list, explain));
        if (file != null && goesInNextTime(target)) {
            console.warn(target + " is inside the project. The next archive will include it, unless .gitignore"
                    + " lists it.");
        }
        return 0;
    }

    private BuiltArchive build(ConnectorProject project, ArchiveSource archive, Path target) {
        try (TargetFile written = TargetFile.at(target);
                Progress progress = invocation.console().progress("Packaging", archive.size());
                InputStream bytes = progress.counting(archive.open())) {
            HashedBytes received = written.receive(bytes);
            written.complete();
            return new BuiltArchive(
                    target, received.length(), received.sha256(), project.selection(), project.findings());
        } catch (IOException e) {
            throw new StorageException("The project could not be read completely.", "Try again.", e);
        } catch (InterruptedTransferException e) {
            throw ProjectDirectory.named(directory, e);
        }
    }

    /** The vendor's place for it, which no archive takes in. */
    private Path defaultFile(ConnectorProject project) {
        Path files = directory.resolve("files");
        try {
            Files.createDirectories(files);
        } catch (IOException e) {
            throw new StorageException(
                    "The directory " + files + " cannot be created.", "Choose another file" + " with -O.", e);
        }
        return files.resolve(project.name() + ".zip");
    }

    private boolean goesInNextTime(Path target) {
        return goesIn(ProjectDirectory.select(directory, projectOptions), target);
    }

    private boolean goesIn(ConnectorProject project, Path target) {
        Path root = real(directory);
        Path parent = target.toAbsolutePath().getParent();
        Path absolute = parent == null ? target : real(parent).resolve(target.getFileName());
        if (!absolute.startsWith(root)) {
            return false;
        }
        String inside = root.relativize(absolute)
                .toString()
                .replace(absolute.getFileSystem().getSeparator(), "/");
        return project.files().stream().anyMatch(f -> f.path().equals(inside));
    }

    /** Where links lead to, so that one place has one path. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** An older archive may be overwritten; a source may not. */
    private static boolean isArchive(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            return false;
        }
    }
}
