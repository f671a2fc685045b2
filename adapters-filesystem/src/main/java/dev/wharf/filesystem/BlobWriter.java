package dev.wharf.filesystem;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * Adds archives and deletes them. The order of steps is what makes a kept archive durable and must not be changed: write and
 * hash, fsync the file, compare, rename, fsync the directory.
 */
final class BlobWriter {
    private final StorePaths paths;
    private final StoreDirectories directories;
    private final StoreLocks locks;
    private final OwnerOnly ownerOnly;
    private final BlobReader reader;
    private final Clock clock;

    BlobWriter(
            StorePaths paths,
            StoreDirectories directories,
            StoreLocks locks,
            OwnerOnly ownerOnly,
            BlobReader reader,
            Clock clock) {
        this.paths = paths;
        this.directories = directories;
        this.locks = locks;
        this.ownerOnly = ownerOnly;
        this.reader = reader;
        this.clock = clock;
    }

    /** Receives a source into a new file; if that fails, the file is gone. */
    HashedBytes receive(ArchiveSource source, long maxBytes, Path file) throws IOException {
        boolean received = false;
        try (FileChannel out = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly.file())) {
            HashedBytes bytes = HashedBytes.copy(source, maxBytes, out);
            received = true;
            return bytes;
        } finally {
            if (!received) {
                drop(file);
            }
        }
    }

    /** Keeps a received file; if the archive is there already, that one becomes young. */
    StoredBlob publish(Path file, HashedBytes received) throws IOException {
        Sha256 sha256 = received.sha256();
        directories.ensure(paths.shard(sha256));
        touch(file);
        Durability.fsyncFile(file);
        HashedBytes written = HashedBytes.of(file);
        if (!written.equals(received)) {
            throw new IntegrityException(
                    "The archive on the disk differs from what was received.",
                    "Check the disk, then send it again.",
                    sha256.hex(),
                    written.sha256().hex());
        }
        return locks.holding(sha256, () -> {
            if (reader.hasIntact(sha256)) {
                rejuvenate(sha256);
            } else {
                place(file, sha256);
            }
            return new StoredBlob(sha256, received.length(), paths.blob(sha256));
        });
    }

    boolean deleteIfUntouchedSince(Sha256 sha256, Instant cutoff) throws IOException {
        Path blob = paths.blob(sha256);
        // Without a lock first: asking about what is not there must not create lock files.
        if (!isOlder(blob, cutoff)) {
            return false;
        }
        return locks.holding(sha256, () -> {
            if (!isOlder(blob, cutoff)) {
                return false;
            }
            Files.delete(blob);
            Durability.fsyncDirectory(paths.shard(sha256));
            return true;
        });
    }

    boolean touch(Sha256 sha256) throws IOException {
        Path blob = paths.blob(sha256);
        if (!Files.exists(blob)) {
            return false;
        }
        return locks.holding(sha256, () -> {
            try {
                touch(blob);
                return true;
            } catch (NoSuchFileException e) {
                return false;
            }
        });
    }

    /** Removes a temporary file. Never fails: the end of the session, or the next one, removes what is left. */
    static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // See above.
        }
    }

    private void place(Path file, Sha256 sha256) throws IOException {
        Path blob = paths.blob(sha256);
        Files.move(file, blob, StandardCopyOption.ATOMIC_MOVE);
        try {
            Durability.fsyncDirectory(paths.shard(sha256));
        } catch (IOException e) {
            // Whoever is told that the archive was not kept must not see it.
            drop(blob);
            throw e;
        }
    }

    /** Makes an archive young; also durable, since whoever placed it may have died before its name was fsynced. */
    private void rejuvenate(Sha256 sha256) throws IOException {
        touch(paths.blob(sha256));
        Durability.fsyncFile(paths.blob(sha256));
        Durability.fsyncDirectory(paths.shard(sha256));
    }

    private void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    private static boolean isOlder(Path blob, Instant cutoff) throws IOException {
        try {
            return Files.getLastModifiedTime(blob).toInstant().isBefore(cutoff);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
