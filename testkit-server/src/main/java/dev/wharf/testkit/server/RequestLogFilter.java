package dev.wharf.testkit.server;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Notes every request before anything else happens to it, and what it was answered in the end. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(RequestLogFilter.ORDER)
@Requires(beans = Backstage.class)
class RequestLogFilter {
    /** Further out than all filters of the server. */
    static final int ORDER = -10_000;

    private static final String ATTRIBUTE = "wharf.test.request";

    private final RequestLog log;

    RequestLogFilter(Backstage backstage) {
        this.log = backstage.requests();
    }

    @RequestFilter
    void note(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, log.arrived(request.getMethodName(), request.getPath()));
    }

    @ResponseFilter
    void note(HttpRequest<?> request, HttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, RequestLog.Entry.class).ifPresent(entry -> entry.answered(response.code()));
    }
}
