package dev.wharf.gateway;

import dev.wharf.failure.UnavailableException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets work on one thing be done by one at a time. Whoever has waited long
 * enough fails: many who want the same of an account that does not answer must not all sit out its time-outs one by one.
 */
final class KeyedLocks {
    private final Duration patience;
    private final ConcurrentMap<Object, Shared> locks = new ConcurrentHashMap<>();

    KeyedLocks(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does work as soon as nobody else works on the same.
     *
     * @throws UnavailableException if somebody else takes too long, or the thread is interrupted meanwhile; nothing was done then
     */
    <T> T holding(Object key, Supplier<T> work) {
        Shared shared = locks.compute(key, (same, present) -> (present == null ? new Shared() : present).joined());
        try {
            take(shared.lock, key);
            try {
                return work.get();
            } finally {
                shared.lock.unlock();
            }
        } finally {
            locks.computeIfPresent(key, (same, present) -> present.left());
        }
    }

    private void take(ReentrantLock lock, Object key) {
        try {
            if (lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The call was interrupted while it waited.", "Try again.", null, e);
        }
        throw new UnavailableException(
                "Another change that concerns " + key + " takes too long. Nothing was changed.",
                "Try again later.",
                null,
                null);
    }

    /** A lock, for as long as somebody holds it or waits for it. */
    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;

        Shared joined() {
            users++;
            return this;
        }

        @Nullable
        Shared left() {
            users--;
            return users == 0 ? null : this;
        }
    }
}
