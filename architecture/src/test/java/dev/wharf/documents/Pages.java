package dev.wharf.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files of this repository, without what builds and other tools leave in it. */
final class Pages {
    static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));

    private static final Set<String> NOT_OURS = Set.of(".git", ".cache", ".idea", ".vscode", "node_modules");

    private Pages() {}

    /** Every page of text, by its path from the root. */
    static List<Path> all() {
        return files(name -> name.endsWith(".md"));
    }

    /** Every file whose name is wanted. */
    static List<Path> files(Predicate<String> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(REPOSITORY, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isOurs(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file.getFileName().toString())) {
                        found.add(REPOSITORY.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    /** A module's {@code target} is the build's; a package of that name is not. */
    private static boolean isOurs(Path directory) {
        String name = directory.getFileName().toString();
        boolean built = name.equals("target") && Files.exists(directory.resolveSibling("pom.xml"));
        return !built && !NOT_OURS.contains(name);
    }

    static String text(Path page) {
        try {
            return Files.readString(REPOSITORY.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(page.toString(), e);
        }
    }
}
