package dev.wharf.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The Java sources of a directory, but for what a build put there and what is hidden. */
final class JavaSources {
    private final Path root;
    private final List<Path> files = new ArrayList<>();

    private JavaSources(Path root) {
        this.root = root;
    }

    static JavaSources below(Path root) throws IOException {
        JavaSources sources = new JavaSources(root);
        Files.walkFileTree(root, sources.new Visitor());
        return sources;
    }

    /** Every file with more lines, with its length, such as {@code core/src/…/Long.java: 251 lines}. */
    List<String> longerThan(long lines) {
        return files.stream()
                .filter(file -> length(file) > lines)
                .map(file -> root.relativize(file) + ": " + length(file) + " lines")
                .sorted()
                .toList();
    }

    /** What the tests hold, one text a class. */
    List<String> tests() {
        return files.stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
                .map(JavaSources::text)
                .toList();
    }

    private static long length(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = directory.getFileName().toString();
            boolean ours = directory.equals(root) || (!name.equals("target") && !name.startsWith("."));
            return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
