package dev.wharf.server.request;

import dev.wharf.server.error.RequestRefusal;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/**
 * Which forms a request and its answer may have: bodies as they are, uncompressed, because compressed ones could be bombs;
 * answers in JSON, of no version or of version 2. Downloads are never refused for what a caller
 * accepts, because published samples ask for JSON there.
 */
@ServerFilter("/v1/**")
@Order(NegotiationFilter.ORDER)
class NegotiationFilter {
    static final int ORDER = AuthenticationFilter.ORDER + 100;
    private static final String VERSION = "2";

    @RequestFilter
    void check(HttpRequest<?> request) {
        checkEncoding(request);
        checkAccept(request);
    }

    private static void checkEncoding(HttpRequest<?> request) {
        String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new RequestRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The server does not accept compressed requests. Send the body without Content-Encoding.");
        }
    }

    private static void checkAccept(HttpRequest<?> request) {
        if (!request.getHeaders().contains(HttpHeaders.ACCEPT)
                || request.getPath().endsWith("/download")) {
            return;
        }
        List<MediaType> accepted = List.copyOf(request.accept());
        if (!accepted.isEmpty() && accepted.stream().noneMatch(NegotiationFilter::isJson)) {
            throw new RequestRefusal(
                    HttpStatus.NOT_ACCEPTABLE,
                    "The answer is JSON. Send Accept: application/json, application/json;version=2, or no Accept"
                            + " header.");
        }
    }

    private static boolean isJson(MediaType type) {
        boolean json = type.getType().equals("*")
                || (type.getType().equals("application")
                        && (type.getSubtype().equals("json")
                                || type.getSubtype().equals("*")));
        return json
                && type.getParameters()
                        .get("version")
                        .map(VERSION::contentEquals)
                        .orElse(true);
    }
}
