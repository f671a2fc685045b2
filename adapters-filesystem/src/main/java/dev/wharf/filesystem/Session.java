package dev.wharf.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A directory for the temporary files of one store object. A lock on a file in it, held as long as the session lives, tells
 * other processes that it does; what the dead leave behind, the next session to start removes.
 */
final class Session implements AutoCloseable {
    private static final String LOCK = "lock";

    private final StoreLocks locks;
    private final Path directory;
    private final FileChannel alive;
    private final AtomicLong files = new AtomicLong();

    private Session(StoreLocks locks, Path directory, FileChannel alive) {
        this.locks = locks;
        this.directory = directory;
        this.alive = alive;
    }

    static Session start(StorePaths paths, StoreDirectories directories, StoreLocks locks, OwnerOnly ownerOnly)
            throws IOException {
        directories.ensure(paths.sessions());
        // Under one lock, so that no session is taken for dead between its creation and its lock.
        return locks.holdingSessions(() -> {
            removeDead(paths.sessions(), locks.ownSessions());
            String name = UUID.randomUUID().toString();
            Path directory = Files.createDirectory(paths.sessions().resolve(name), ownerOnly.directory());
            FileChannel alive = FileChannel.open(
                    directory.resolve(LOCK),
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly.file());
            try {
                if (alive.tryLock() == null) {
                    throw new IOException("the lock of a new session is taken");
                }
            } catch (IOException e) {
                alive.close();
                throw e;
            }
            locks.ownSessions().add(name);
            return new Session(locks, directory, alive);
        });
    }

    /** A path for a new file, used by nobody else. */
    Path newFile() {
        return directory.resolve(files.incrementAndGet() + ".part");
    }

    /** Whether somebody removed the session's directory, as when clearing a cache. */
    boolean isGone() {
        return Files.notExists(directory);
    }

    /** Ends the session with all its files. What cannot be removed now, a later session removes. */
    @Override
    public void close() {
        try {
            alive.close();
            remove(directory);
            locks.ownSessions().remove(String.valueOf(directory.getFileName()));
        } catch (IOException e) {
            // The lock is gone with the channel, so others see a dead session.
        }
    }

    private static void removeDead(Path sessions, Set<String> own) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(sessions)) {
            for (Path session : all) {
                if (!own.contains(String.valueOf(session.getFileName()))) {
                    removeIfDead(session);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeIfDead(Path session) {
        try {
            if (isDead(session)) {
                remove(session);
            }
        } catch (IOException e) {
            // Another user's, perhaps; it does not keep this session from its work.
        }
    }

    private static boolean isDead(Path session) throws IOException {
        try (FileChannel lock = FileChannel.open(session.resolve(LOCK), StandardOpenOption.WRITE)) {
            return lock.tryLock() != null;
        } catch (NoSuchFileException e) {
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void remove(Path session) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(session)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // Removed by another, or not a session at all.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Files.deleteIfExists(session);
    }
}
