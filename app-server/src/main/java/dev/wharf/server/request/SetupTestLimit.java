package dev.wharf.server.request;

import dev.wharf.failure.RateLimitedException;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How often a user may have setup tests run, which the vendor's account limits beside all requests. */
@Singleton
public class SetupTestLimit {
    private final InstantSource clock = InstantSource.system();
    private final @Nullable CallBudget budget;

    SetupTestLimit(
            @Property(name = "wharf.setup-test-limit") @Nullable Long limit,
            @Property(name = "wharf.setup-test-window", defaultValue = "1m") Duration window) {
        this.budget = limit == null ? null : new CallBudget(limit, window, clock);
    }

    /**
     * Counts a request that has setup tests run, before anything is changed by it.
     *
     * @param request the request
     * @throws RateLimitedException if its user has had too many run
     */
    public void count(HttpRequest<?> request) {
        Duration wait =
                budget == null ? null : budget.take(Caller.userOf(request)).retryAfter();
        if (wait != null) {
            throw new RateLimitedException("Too many setup tests.", "Wait, or send run_setup_tests: false.", wait, null)
                    .sayingWhen(clock.instant());
        }
    }
}
