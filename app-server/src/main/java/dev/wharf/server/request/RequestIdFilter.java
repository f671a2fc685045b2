package dev.wharf.server.request;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request an identity, the caller's own where it sends a harmless one, and sends it back. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(RequestIdFilter.ORDER)
class RequestIdFilter {
    static final int ORDER = -1000;
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "wharf.request-id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/+=-]{1,128}");

    @RequestFilter
    void identify(HttpRequest<?> request) {
        String sent = request.getHeaders().get(HEADER);
        boolean usable = sent != null && HARMLESS.matcher(sent).matches();
        request.setAttribute(ATTRIBUTE, usable ? sent : UUID.randomUUID().toString());
    }

    @ResponseFilter
    void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, String.class).ifPresent(id -> response.header(HEADER, id));
    }
}
