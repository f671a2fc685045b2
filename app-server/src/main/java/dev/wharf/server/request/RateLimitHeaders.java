package dev.wharf.server.request;

import dev.wharf.server.request.CallBudget.Taken;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells with every answer how many calls its user has left. Further out than the counting, so that refusals pass here too. */
@ServerFilter("/v1/**")
@Order(RequestIdFilter.ORDER + 50)
@Requires(property = RateLimitFilter.LIMIT)
class RateLimitHeaders {
    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(RateLimitFilter.ATTRIBUTE, Taken.class)
                .ifPresent(taken -> response.header("X-Rate-Limit", Long.toString(taken.limit()))
                        .header("X-Rate-Limit-Remaining", Long.toString(taken.remaining())));
    }
}
