package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps threads and processes that use one directory from disturbing each other. Every lock is two: one in this JVM, because
 * file locks belong to a whole process, and inside it a lock file, for other processes. Because the first is held while the
 * second's channel is open, this JVM never has two channels on one lock file; closing one would drop the lock of the other.
 *
 * <p>Archives share sixteen locks by the first digit of their hash. Locks are not reentrant and never nested. A program that
 * loads these classes twice, by two class loaders, must not use one directory through both.
 */
final class StoreLocks {
    private static final Map<Path, WeakReference<InThisJvm>> ROOTS = new WeakHashMap<>();
    private static final String SESSIONS = "sessions";

    private final StorePaths paths;
    private final StoreDirectories directories;
    private final OwnerOnly ownerOnly;
    private volatile @Nullable InThisJvm shared;

    StoreLocks(StorePaths paths, StoreDirectories directories, OwnerOnly ownerOnly) {
        this.paths = paths;
        this.directories = directories;
        this.ownerOnly = ownerOnly;
    }

    /** What is done under a lock. */
    interface Action<T> {
        T run() throws IOException;
    }

    <T> T holding(Sha256 sha256, Action<T> action) throws IOException {
        return holding(sha256.hex().substring(0, 1), action);
    }

    <T> T holdingSessions(Action<T> action) throws IOException {
        return holding(SESSIONS, action);
    }

    /** The names of this JVM's own sessions at this directory, which are alive; to be used while holding sessions. */
    Set<String> ownSessions() throws IOException {
        return shared().sessions;
    }

    private <T> T holding(String name, Action<T> action) throws IOException {
        directories.ensure(paths.locks());
        ReentrantLock lock = shared().locks.computeIfAbsent(name, key -> new ReentrantLock());
        lock.lock();
        try (FileChannel channel = FileChannel.open(
                        paths.locks().resolve(name),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        ownerOnly.file());
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("a lock was lost");
            }
            return action.run();
        } catch (OverlappingFileLockException e) {
            throw new IOException("the directory is in use by the same program, loaded twice", e);
        } finally {
            lock.unlock();
        }
    }

    private InThisJvm shared() throws IOException {
        InThisJvm known = shared;
        if (known == null) {
            known = InThisJvm.of(paths.root().toRealPath());
            shared = known;
        }
        return known;
    }

    /** What all stores of this JVM at one directory share; forgotten with the last of them. */
    private static final class InThisJvm {
        private final Path root;
        private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
        private final Set<String> sessions = ConcurrentHashMap.newKeySet();

        private InThisJvm(Path root) {
            this.root = root;
        }

        static InThisJvm of(Path root) {
            synchronized (ROOTS) {
                WeakReference<InThisJvm> reference = ROOTS.get(root);
                InThisJvm known = reference == null ? null : reference.get();
                if (known == null) {
                    known = new InThisJvm(root);
                    // The map's key must be the very object the value keeps alive, so an equal dead one has to go
                    // first.
                    ROOTS.remove(root);
                    ROOTS.put(known.root, new WeakReference<>(known));
                }
                return known;
            }
        }
    }
}
