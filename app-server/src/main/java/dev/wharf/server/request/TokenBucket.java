package dev.wharf.server.request;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What may still be tried: so much at once, and then one more after each step of time. Immutable.
 *
 * @param most how many at once
 * @param stepNanos after how many nanoseconds there is one more
 * @param left how many are left at {@code at}
 * @param at when that was so, in nanoseconds of the clock that is used
 */
record TokenBucket(int most, long stepNanos, int left, long at) {
    static TokenBucket full(int most, Duration step, long now) {
        return new TokenBucket(most, step.toNanos(), most, now);
    }

    /** With what has come since. */
    TokenBucket at(long now) {
        long come = Math.max(0, now - at) / stepNanos;
        return come >= most - left
                ? new TokenBucket(most, stepNanos, most, now)
                : new TokenBucket(most, stepNanos, (int) (left + come), at + come * stepNanos);
    }

    boolean isEmpty() {
        return left == 0;
    }

    TokenBucket less() {
        return new TokenBucket(most, stepNanos, left - 1, at);
    }

    TokenBucket more() {
        return new TokenBucket(most, stepNanos, Math.min(most, left + 1), at);
    }

    /** How long until there is one, in whole seconds, at least one. */
    Duration untilNext(long now) {
        long nanos = Math.max(0, at + stepNanos - now);
        return Duration.ofSeconds(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos) + 1));
    }
}
