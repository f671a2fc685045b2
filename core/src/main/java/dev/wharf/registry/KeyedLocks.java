package dev.wharf.registry;

import dev.wharf.failure.UnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets work on one thing be done by one at a time. Different things may, seldom, wait for each other. Whoever has waited long
 * enough fails: many who want the same of an account that does not answer must not all sit out its time-outs one by one.
 */
final class KeyedLocks {
    private static final int LOCKS = 256;

    private final Duration patience;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    KeyedLocks(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does work as soon as nobody else works on the same.
     *
     * @throws UnavailableException if somebody else takes too long, or the thread is interrupted meanwhile; nothing was done then
     */
    <T> T holding(Object key, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        take(lock, key);
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void take(ReentrantLock lock, Object key) {
        try {
            if (lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The call was interrupted while it waited: make it again.", null, e);
        }
        throw new UnavailableException(
                "Another change that concerns " + key + " takes too long; nothing was changed: try again later.",
                null,
                null);
    }
}
