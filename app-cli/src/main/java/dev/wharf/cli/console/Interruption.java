package dev.wharf.cli.console;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C. Work that only reads, or writes a file of its own, is interrupted at once and cleans up after itself. Work that
 * changes an account is left to end its present step, so that nothing is half done: bytes under way to it break off, and an
 * answer under way is waited for, within reason.
 */
public final class Interruption {
    private static final long GRACE_SECONDS = 15;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object lock = new Object();
    private final Thread worker;
    private volatile boolean requested;
    private boolean shielded;
    private boolean idle;

    /** For the work of the present thread. */
    public Interruption() {
        worker = Thread.currentThread();
    }

    /** Lets Ctrl-C, and a polite kill, arrive here. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::request, "wharf-interruption"));
    }

    /** To be called when the work is over, well or not: what comes now interrupts nothing. */
    public void end() {
        ended.countDown();
    }

    /**
     * Whether the user wants no more of it.
     *
     * @return true from Ctrl-C on
     */
    public boolean isRequested() {
        return requested;
    }

    /**
     * Does what changes an account.
     *
     * @param <T> what comes of it
     * @param change the change
     * @return what came of it
     * @throws CancelledException if it is not begun because the user wants no more
     */
    public <T> T shield(Supplier<T> change) {
        synchronized (lock) {
            if (requested) {
                throw new CancelledException("Interrupted.");
            }
            shielded = true;
        }
        try {
            return change.get();
        } finally {
            synchronized (lock) {
                shielded = false;
            }
        }
    }

    /**
     * Waits for somebody's answer; there is nothing to clean up then.
     *
     * @param question the question
     */
    public void whileIdle(Runnable question) {
        setIdle(true);
        try {
            question.run();
        } finally {
            setIdle(false);
        }
    }

    /**
     * Bytes on their way to an account, which break off when the user wants no more.
     *
     * @param in the bytes
     * @return the same bytes
     */
    public InputStream breakable(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                check();
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                check();
                return in.read(target, offset, length);
            }

            private void check() throws IOException {
                if (requested) {
                    throw new IOException("interrupted");
                }
            }
        };
    }

    /** The hook's work: the process ends when this returns. */
    void request() {
        synchronized (lock) {
            if (ended.getCount() == 0) {
                return;
            }
            requested = true;
            if (idle) {
                return;
            }
            if (!shielded) {
                worker.interrupt();
            }
        }
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void setIdle(boolean now) {
        synchronized (lock) {
            idle = now;
        }
    }
}
