package dev.wharf.server.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long refusals wait before they are sent: longer with each that an address is sent, up to two seconds. Nothing that
 * succeeds starts anew. Few wait at once for one address.
 */
final class RefusedAnswers {
    /** How many answers to one address wait at once. */
    static final int MOST_WAITING = 16;

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;
    private static final int FREE = 3;
    private static final long STEP_MILLIS = 100;
    private static final long MAX_MILLIS = 2_000;

    private final Cache<String, Integer> refusals = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MOST_ADDRESSES)
            .build();
    /** Entries go when nobody waits any more, so there are no more than connections. */
    private final Map<String, Integer> waiting = new HashMap<>();

    /** Counts a refusal, whose answer waits from now on until {@link #sent}; tells how long. Null if as many wait as may. */
    synchronized @Nullable Duration refused(String address) {
        if (waiting.getOrDefault(address, 0) >= MOST_WAITING) {
            return null;
        }
        waiting.merge(address, 1, Integer::sum);
        int count = refusals.asMap().merge(address, 1, Integer::sum);
        if (count <= FREE) {
            return Duration.ZERO;
        }
        long millis = STEP_MILLIS << Math.min(count - FREE - 1, 10);
        return Duration.ofMillis(Math.min(millis, MAX_MILLIS));
    }

    /** An answer waits no more. */
    synchronized void sent(String address) {
        waiting.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }
}
