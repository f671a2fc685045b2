package dev.wharf.server.request;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.server.request.CallBudget.Taken;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.time.InstantSource;

/** Counts each user's calls and refuses those beyond a limit, as the vendor's account does. */
@ServerFilter("/v1/**")
@Order(RateLimitFilter.ORDER)
@Requires(property = RateLimitFilter.LIMIT)
class RateLimitFilter {
    static final int ORDER = AuthenticationFilter.ORDER + 50;
    static final String LIMIT = "wharf.rate-limit";
    static final String ATTRIBUTE = "wharf.rate";

    private final InstantSource clock = InstantSource.system();
    private final CallBudget budget;

    RateLimitFilter(
            @Property(name = LIMIT) long limit,
            @Property(name = "wharf.rate-limit-window", defaultValue = "1h") Duration window) {
        this.budget = new CallBudget(limit, window, clock);
    }

    @RequestFilter
    void count(HttpRequest<?> request) {
        Taken taken = budget.take(Caller.userOf(request));
        request.setAttribute(ATTRIBUTE, taken);
        Duration wait = taken.retryAfter();
        if (wait != null) {
            throw new RateLimitedException(
                            "Too many requests. This server allows " + taken.limit() + " per user in each period.",
                            wait,
                            null)
                    .sayingWhen(clock.instant());
        }
    }
}
