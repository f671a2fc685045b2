package dev.wharf.filesystem;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.model.EntryKind;
import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A connector project in a directory, of any file system. Symbolic links are followed, also out of the project; a directory
 * that is, by its real path, one of those that lead to it is a loop, and not one that can be listed, so every walk ends.
 */
public final class DirectoryProject implements ProjectTree {
    private final Path root;
    private final FileNames names;
    private final String name;
    private final boolean posix;

    /**
     * Opens a project.
     *
     * @param directory the project's directory, or a symbolic link to it
     * @throws InvalidProjectException if there is no such directory
     */
    public DirectoryProject(Path directory) {
        root = directory.toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new InvalidProjectException(
                    "There is no such project directory.", "Give the directory that holds connector.py.", null);
        }
        names = new FileNames(root);
        name = nameOf(root);
        posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Entry> list(String directory) {
        List<Entry> entries = new ArrayList<>();
        try {
            Path path = resolve(directory);
            List<Path> ancestors = ancestors(directory);
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    entries.add(names.utf8(child)
                            .map(own -> new FoundEntry(child, own, posix).entry(ancestors))
                            .orElseGet(() -> misnamed(child)));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return List.copyOf(entries);
    }

    private static Entry misnamed(Path path) {
        return new Entry(String.valueOf(path.getFileName()), EntryKind.MISNAMED, false, 0, null);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(resolve(path));
    }

    @Override
    public String stamp(String path) {
        try {
            return Stamp.of(resolve(path)).map(Stamp::toString).orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * The real paths of the project, and of all directories that lead from it to one of its directories, that one last. Only
     * where there is a link the system is asked: asking goes through a path from its beginning, each time.
     */
    private List<Path> ancestors(String directory) throws IOException {
        List<Path> ancestors = new ArrayList<>();
        Path real = root.toRealPath();
        ancestors.add(real);
        if (!directory.isEmpty()) {
            for (String step : directory.split("/", -1)) {
                Path next = new FileNames(real).resolve(step);
                real = Files.isSymbolicLink(next) ? next.toRealPath() : next;
                ancestors.add(real);
            }
        }
        return ancestors;
    }

    private Path resolve(String path) throws IOException {
        if (path.isEmpty()) {
            return root;
        }
        for (String step : path.split("/", -1)) {
            if (step.isEmpty() || step.equals(".") || step.equals("..")) {
                throw new NoSuchFileException(path);
            }
        }
        return names.resolve(path);
    }

    private String nameOf(Path root) {
        Path last = root.getFileName();
        if (last != null && !last.toString().equals(".") && !last.toString().equals("..")) {
            return names.last(root);
        }
        try {
            Path real = root.toRealPath().getFileName();
            // Only the root of a file system has no name.
            return real == null ? "connector" : names.last(real);
        } catch (IOException e) {
            throw new InvalidProjectException("The project directory cannot be read.", "Check its permissions.", e);
        }
    }
}
