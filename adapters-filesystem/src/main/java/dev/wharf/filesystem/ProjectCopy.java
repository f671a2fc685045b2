package dev.wharf.filesystem;

import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.selection.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A copy of what of a project would be packaged, for its owner's eyes only, until it is closed. */
final class ProjectCopy implements AutoCloseable {
    private static final int DEEPEST = 64;

    private final Path directory;
    private final Path root;
    private final Set<Path> copied = new HashSet<>();

    private ProjectCopy(Path directory, String name) throws IOException {
        this.directory = directory;
        this.root = Files.createDirectory(directory.resolve(name));
    }

    /** Copies a project, but for one file at its root. */
    static ProjectCopy of(ConnectorProject project, String left) throws IOException {
        Path directory = Files.createTempDirectory("wharf-form-").toRealPath();
        try {
            ProjectCopy copy = new ProjectCopy(directory, project.name().isBlank() ? "project" : project.name());
            for (ProjectFile file : project.files()) {
                if (!file.path().equals(left)) {
                    copy.add(project, file);
                }
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            remove(directory);
            throw e;
        }
    }

    /** The copy's root, which has the project's name. */
    Path root() {
        return root;
    }

    /** Files with a certain ending that were not copied. */
    List<Path> added(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root, DEEPEST)) {
            return files.filter(file -> file.toString().endsWith(ending)
                            && !copied.contains(file)
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(ConnectorProject project, ProjectFile file) throws IOException {
        Path target = root.resolve(file.path());
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (InputStream in = project.open(file.path())) {
            Files.copy(in, target);
        }
        if (file.isExecutable() && !target.toFile().setExecutable(true)) {
            throw new IOException("no execute bit can be set on " + target);
        }
        copied.add(target);
    }

    @Override
    public void close() throws IOException {
        remove(directory);
    }

    private static void remove(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
