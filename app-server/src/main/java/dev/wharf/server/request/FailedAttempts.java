package dev.wharf.server.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Slows down who guesses credentials: the answer to each failed attempt from an address waits longer, up to two seconds.
 * Nothing is locked, so nobody can lock another out.
 */
@Singleton
class FailedAttempts {
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MAX_ADDRESSES = 10_000;
    private static final int FREE_ATTEMPTS = 3;
    private static final long STEP_MILLIS = 100;
    private static final long MAX_MILLIS = 2_000;

    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MAX_ADDRESSES)
            .build();

    /** Counts a failed attempt; tells how long its answer shall wait. */
    Duration failed(String address) {
        int count = failures.asMap().merge(address, 1, Integer::sum);
        if (count <= FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        long millis = STEP_MILLIS << Math.min(count - FREE_ATTEMPTS - 1, 10);
        return Duration.ofMillis(Math.min(millis, MAX_MILLIS));
    }

    /** A good attempt starts anew. */
    void succeeded(String address) {
        failures.invalidate(address);
    }
}
