package dev.wharf.filesystem;

import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps archives in a directory, each in a file named by its hash ({@code blobs/sha256/ab/abcd…}). What {@code publish}
 * returned survives a loss of power. Any number of threads, store objects and processes may use one directory, on a local
 * file system; on POSIX only the owner can read what is in it. Channels of its archives are
 * {@link java.nio.channels.FileChannel}s.
 *
 * <p>Nothing is written before the first archive is staged, not even the directory itself. From then on the store has a
 * directory for its temporary files, until it is closed. If its process dies, the next store to stage an archive removes it.
 * Deleting the whole directory under a living store costs what is staged, and no more.
 *
 * <p>An archive is verified by reading it whole, unless its file looks exactly as when this store verified it last: same
 * file, size and time of modification, on POSIX also the same time of change. Files changed within the last two seconds
 * are always read.
 */
public final class FileArchiveStore implements ArchiveStore, AutoCloseable {
    private final StorePaths paths;
    private final StoreDirectories directories;
    private final StoreLocks locks;
    private final OwnerOnly ownerOnly;
    private final Quarantine quarantine;
    private final BlobReader reader;
    private final BlobWriter writer;
    private @Nullable Session session;
    private boolean closed;

    /**
     * Opens a store that goes by the system's clock.
     *
     * @param root the store's directory, of any file system; need not exist yet
     * @throws StorageException if there is something else than a directory, or it may not be looked at
     */
    public FileArchiveStore(Path root) {
        this(root, Clock.systemUTC());
    }

    /**
     * Opens a store.
     *
     * @param root the store's directory, of any file system; need not exist yet
     * @param clock tells when archives are published
     * @throws StorageException if there is something else than a directory, or it may not be looked at
     */
    public FileArchiveStore(Path root, Clock clock) {
        paths = new StorePaths(root);
        checkRoot(paths.root());
        ownerOnly = new OwnerOnly(root.getFileSystem());
        directories = new StoreDirectories(paths.root(), ownerOnly);
        locks = new StoreLocks(paths, directories, ownerOnly);
        quarantine = new Quarantine(paths, directories);
        reader = new BlobReader(paths, locks, quarantine, clock);
        writer = new BlobWriter(paths, directories, locks, ownerOnly, reader, clock);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if this store is closed
     */
    @Override
    public StagedArchive stage(ArchiveSource source, long maxBytes) {
        try {
            Path temporary = session().newFile();
            return new StagedBlob(writer, writer.receive(source, maxBytes, temporary), temporary);
        } catch (IOException e) {
            throw DiskFailure.of("receive the archive", paths.root(), e);
        }
    }

    @Override
    public Optional<StoredArchive> find(Sha256 sha256) {
        try {
            return reader.find(sha256);
        } catch (IOException e) {
            throw DiskFailure.of("read the stored archive", paths.root(), e);
        }
    }

    @Override
    public boolean deleteIfUntouchedSince(Sha256 sha256, Instant cutoff) {
        try {
            return writer.deleteIfUntouchedSince(sha256, cutoff);
        } catch (IOException e) {
            throw DiskFailure.of("delete the stored archive", paths.root(), e);
        }
    }

    @Override
    public boolean touch(Sha256 sha256) {
        try {
            return writer.touch(sha256);
        } catch (IOException e) {
            throw DiskFailure.of("mark the stored archive", paths.root(), e);
        }
    }

    @Override
    public void forEach(Consumer<Entry> visitor) {
        try {
            reader.forEach(visitor);
        } catch (IOException e) {
            throw DiskFailure.of("list the stored archives", paths.root(), e);
        }
    }

    /**
     * Removes what dead processes left behind and readies the store for receiving. Staging does this too when it must; whoever
     * starts a server calls it first, so that nothing of a crash outlives the restart.
     *
     * @throws StorageException if the directory cannot be written
     */
    public void removeLeftovers() {
        try {
            session();
        } catch (IOException e) {
            throw DiskFailure.of("prepare the archive store", paths.root(), e);
        }
    }

    /**
     * Lists what was found changed and moved out of the way, into the directory {@code quarantine}. Nothing here is ever
     * deleted by a store; operators may.
     *
     * @return the files' names, in no particular order; each begins with the hash the archive should have had
     * @throws StorageException if the directory cannot be listed
     */
    public List<String> quarantined() {
        try {
            return quarantine.names();
        } catch (IOException e) {
            throw DiskFailure.of("list the archives in quarantine", paths.root(), e);
        }
    }

    /** Drops all that is staged and not published. Kept archives can still be found, listed and deleted. */
    @Override
    public synchronized void close() {
        closed = true;
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private synchronized Session session() throws IOException {
        if (closed) {
            throw new IllegalStateException("this store is closed");
        }
        if (session != null && session.isGone()) {
            session.close();
            session = null;
        }
        if (session == null) {
            session = Session.start(paths, directories, locks, ownerOnly);
        }
        return session;
    }

    /** Looks at the nearest of the root and its parents that is there: some systems tell only that of a path below a file. */
    private static void checkRoot(Path root) {
        for (Path path = root; path != null; path = path.getParent()) {
            try {
                if (Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
                    return;
                }
                throw new NotDirectoryException(path.toString());
            } catch (NoSuchFileException e) {
                // It will be created when there is something to keep.
            } catch (IOException e) {
                throw DiskFailure.of("open the archive store", root, e);
            }
        }
    }
}
