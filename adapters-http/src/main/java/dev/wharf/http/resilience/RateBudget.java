package dev.wharf.http.resilience;

import dev.wharf.http.AnswerListener;
import dev.wharf.http.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the account's rate limit. The API does not tell when it is renewed, only that it counts by the hour; so what is
 * left is spread over an hour, within bounds.
 */
final class RateBudget implements AnswerListener {
    private static final Duration PERIOD = Duration.ofHours(1);

    private volatile @Nullable RateLimit last;

    @Override
    public void rateTold(RateLimit rate) {
        last = rate;
    }

    @Nullable
    RateLimit last() {
        return last;
    }

    /** How long the next call is to wait. */
    static Duration delay(RateLimit rate, ResilienceSettings.Slowdown slowdown) {
        if (rate.remaining() >= rate.limit() * slowdown.below()) {
            return Duration.ZERO;
        }
        Duration spread = PERIOD.dividedBy(Math.max(1, rate.remaining()));
        return spread.compareTo(slowdown.longest()) < 0 ? spread : slowdown.longest();
    }
}
