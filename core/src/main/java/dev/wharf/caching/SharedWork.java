package dev.wharf.caching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that several ask for at once is done once, by the first of them; the others wait for it. */
final class SharedWork<K, V> {
    private final Map<K, FutureTask<V>> underWay = new ConcurrentHashMap<>();

    /**
     * Does work, or waits for who is at it; all get one answer, or one failure.
     *
     * @return what the work answered
     * @throws InterruptedException if interrupted while waiting for another
     */
    V done(K key, Supplier<V> work) throws InterruptedException {
        FutureTask<V> mine = new FutureTask<>(work::get);
        FutureTask<V> other = underWay.putIfAbsent(key, mine);
        if (other == null) {
            try {
                mine.run();
            } finally {
                underWay.remove(key, mine);
            }
        }
        try {
            return (other == null ? mine : other).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the work failed", e);
        }
    }
}
