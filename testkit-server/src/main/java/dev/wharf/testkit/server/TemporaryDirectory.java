package dev.wharf.testkit.server;

import dev.wharf.port.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A directory that is gone at the end, with all that is in it. */
final class TemporaryDirectory implements AutoCloseable {
    private static final int ATTEMPTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(20);

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

    /** Deletes what nobody is writing at the moment; the rest goes at the end. */
    void delete(String name) {
        try {
            deleteAll(root.resolve(name));
        } catch (IOException stillWritten) {
            // A request that was cut may end after its test.
        }
    }

    @Override
    public void close() {
        boolean interrupted = false;
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    deleteAll(root);
                    return;
                } catch (IOException e) {
                    if (attempt == ATTEMPTS) {
                        throw new UncheckedIOException(e);
                    }
                }
                interrupted |= pause();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether it was interrupted. */
    private static boolean pause() {
        try {
            Pace.system().pause(PAUSE);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void deleteAll(Path top) throws IOException {
        if (Files.notExists(top)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
