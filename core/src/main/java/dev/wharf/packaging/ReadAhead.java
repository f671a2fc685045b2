package dev.wharf.packaging;

import dev.wharf.packaging.selection.ProjectFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The files of a project, measured in order. Those of a large one are measured ahead of who asks for them, on the common
 * pool, as long as what is kept of them stays small. Nothing waits for who asks, so one who stops asking leaves nothing
 * behind.
 */
final class ReadAhead {
    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    /** Below this, another thread costs more than it saves. */
    private static final long WORTHWHILE_BYTES = 1024 * 1024;

    private static final int WORTHWHILE_FILES = 100;

    private final Iterator<ProjectFile> files;
    private final MeasuredFile.Opener opener;
    private final boolean ahead;
    private final Deque<Measuring> measuring = new ArrayDeque<>();
    private long bytes;

    ReadAhead(List<ProjectFile> files, MeasuredFile.Opener opener) {
        this.files = files.iterator();
        this.opener = opener;
        this.ahead = files.size() > WORTHWHILE_FILES
                || files.stream().mapToLong(ProjectFile::size).sum() > WORTHWHILE_BYTES;
    }

    boolean hasNext() {
        return !measuring.isEmpty() || files.hasNext();
    }

    MeasuredFile next() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
        if (!ahead) {
            return MeasuredFile.read(files.next(), opener);
        }
        begin();
        Measuring first = measuring.remove();
        bytes -= first.bytes;
        MeasuredFile measured = first.result();
        begin();
        return measured;
    }

    /** Forgets what was begun. */
    void stop() {
        measuring.forEach(one -> one.cancel(false));
        measuring.clear();
    }

    private void begin() {
        while (files.hasNext() && measuring.size() < MOST_FILES && bytes < MOST_BYTES) {
            Measuring next = new Measuring(files.next());
            measuring.add(next);
            bytes += next.bytes;
            ForkJoinPool.commonPool().execute(next);
        }
    }

    private static InterruptedIOException interrupted() {
        return new InterruptedIOException("interrupted while packaging");
    }

    private final class Measuring extends FutureTask<MeasuredFile> {
        /** At most how many of the file's bytes are kept. */
        private final long bytes;

        Measuring(ProjectFile file) {
            super(() -> MeasuredFile.read(file, opener));
            this.bytes = file.size() <= MeasuredFile.MOST_KEPT ? file.size() : 0;
        }

        MeasuredFile result() throws IOException {
            // Does it here, unless a thread of the pool is at it or has done it.
            run();
            try {
                return get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted();
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }

        private static IOException rethrown(@Nullable Throwable failure) {
            if (failure instanceof IOException io) {
                return io;
            }
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException("reading a file failed", failure);
        }
    }
}
