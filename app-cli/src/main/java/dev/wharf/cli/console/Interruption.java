package dev.wharf.cli.console;

import dev.wharf.port.Pace;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C. Work that only reads, or writes a file of its own, is interrupted at once and cleans up after itself. Work that
 * changes an account is left to end its present step, so that nothing is half done: bytes under way to it break off, and an
 * answer under way is waited for, within reason.
 */
public final class Interruption {
    /** Under what CI systems and container engines give before they kill: ten seconds, as a rule. */
    private static final Duration GRACE = Duration.ofSeconds(9);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object lock = new Object();
    private final Thread worker;
    private final Duration grace;
    private final Standing standing = new Standing();
    private volatile boolean requested;
    private boolean shielded;
    private boolean idle;
    private boolean resting;
    private boolean restRefused;

    /** For the work of the present thread. */
    public Interruption() {
        this(GRACE);
    }

    Interruption(Duration grace) {
        worker = Thread.currentThread();
        this.grace = grace;
    }

    /**
     * Lets Ctrl-C, and a polite kill, arrive here.
     *
     * @param farewell is told how it goes
     */
    public void listen(Farewell farewell) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> request(farewell), "wharf-interruption"));
    }

    /** How a run ends that the user wants no more of. */
    public interface Farewell {
        /** The answer to a change is waited for, and then there is no other step. */
        void waits();

        /** The work has not ended in the time there was; the process ends when this returns. */
        void unanswered();
    }

    /**
     * How far the work has come.
     *
     * @return what the work says of itself
     */
    public Standing standing() {
        return standing;
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

    /**
     * Waiting between two calls to an account, also within what changes it: there a change can be given up. Once that has
     * happened, what undoes it may wait.
     *
     * @param pace how it is waited
     * @return the same, which ends with a {@link CancelledException} when the user wants no more
     */
    public Pace giveUp(Pace pace) {
        return new Pace() {
            @Override
            public Instant instant() {
                return pace.instant();
            }

            @Override
            public void pause(Duration wait) throws InterruptedException {
                rest(() -> pace.pause(wait));
            }
        };
    }

    private void rest(Waiting waiting) throws InterruptedException {
        synchronized (lock) {
            refuseOnce();
            resting = !restRefused;
        }
        try {
            waiting.run();
        } catch (InterruptedException e) {
            synchronized (lock) {
                refuseOnce();
            }
            throw e;
        } finally {
            synchronized (lock) {
                resting = false;
            }
        }
        synchronized (lock) {
            refuseOnce();
        }
    }

    /** What undoes a change must not find the thread interrupted. */
    private void refuseOnce() {
        if (requested && !restRefused) {
            restRefused = true;
            Thread.interrupted();
            throw new CancelledException("Interrupted.");
        }
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    /** The hook's work: the process ends when this returns. */
    void request(Farewell farewell) {
        boolean waits;
        synchronized (lock) {
            if (ended.getCount() == 0) {
                return;
            }
            requested = true;
            if (idle) {
                return;
            }
            waits = shielded && !resting;
            if (!waits) {
                worker.interrupt();
            }
        }
        if (waits) {
            farewell.waits();
        }
        try {
            if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                farewell.unanswered();
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
