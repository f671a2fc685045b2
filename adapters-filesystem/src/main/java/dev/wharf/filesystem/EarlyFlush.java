package dev.wharf.filesystem;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Has a large file put on the disk while it is still being written, so that little is left to wait for at its end. What the disk fails
 * with is kept until somebody asks, because systems tell it only once. Used by the one thread that writes the file.
 */
final class EarlyFlush {
    /** How many bytes are written before they are put on the disk, unless it is still at those before. */
    static final int STEP = 16 << 20;

    private final Flushing flushing;
    private long unflushed;
    private @Nullable FutureTask<Void> present;

    EarlyFlush(Flushing flushing) {
        this.flushing = flushing;
    }

    /** Puts what is written on the disk. */
    @FunctionalInterface
    interface Flushing {
        void flush() throws IOException;
    }

    /**
     * Notes that more was written.
     *
     * @throws IOException what the disk failed with before
     */
    void wrote(int count) throws IOException {
        unflushed += count;
        if (unflushed < STEP || (present != null && !present.isDone())) {
            return;
        }
        finish();
        unflushed = 0;
        FutureTask<Void> next = new FutureTask<>(() -> {
            flushing.flush();
            return null;
        });
        Thread thread = new Thread(next, "wharf-flush");
        thread.setDaemon(true);
        thread.start();
        present = next;
    }

    /**
     * Waits until nothing is under way, also when interrupted; the caller stays interrupted then.
     *
     * @throws IOException what the disk failed with
     */
    void finish() throws IOException {
        if (present == null) {
            return;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    present.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
