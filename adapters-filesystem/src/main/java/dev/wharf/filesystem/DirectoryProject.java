package dev.wharf.filesystem;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                    "There is no such project directory: give the directory that holds connector.py.", null);
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
            Path real = root.toRealPath();
            Set<Path> ancestors = ancestors(directory);
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    entries.add(new FoundEntry(child, names.last(child), posix).entry(real, ancestors));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return List.copyOf(entries);
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

    /** The real paths of a directory of the project and of all those that lead to it from the project on. */
    private Set<Path> ancestors(String directory) throws IOException {
        Set<Path> ancestors = new HashSet<>();
        Path path = root;
        ancestors.add(path.toRealPath());
        if (!directory.isEmpty()) {
            for (String step : directory.split("/", -1)) {
                path = new FileNames(path).resolve(step);
                ancestors.add(path.toRealPath());
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
            throw new InvalidProjectException("The project directory cannot be read: check its permissions.", e);
        }
    }
}
