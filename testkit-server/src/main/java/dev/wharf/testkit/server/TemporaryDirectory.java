package dev.wharf.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is gone at the end, with all that is in it. */
final class TemporaryDirectory implements AutoCloseable {
    private final Path root;

    TemporaryDirectory() {
        try {
            root = Files.createTempDirectory("wharf-server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    void delete(String name) {
        delete(root.resolve(name));
    }

    @Override
    public void close() {
        delete(root);
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> insideFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : insideFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
