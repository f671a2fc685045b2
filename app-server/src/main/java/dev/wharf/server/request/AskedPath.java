package dev.wharf.server.request;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.AccountPath;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads which path a request asks for. */
public final class AskedPath {
    private static final String BASE = "/v1/";

    private static final String OWN = "wharf";

    private AskedPath() {}

    /**
     * The path a request asks for.
     *
     * @param request a request below {@code /v1/}
     * @return its path and its query, decoded; of a parameter that comes twice the first counts
     * @throws NotFoundException if a part of the path would lead elsewhere, or begins what is Wharf's own
     */
    public static AccountPath of(HttpRequest<?> request) {
        String raw = request.getUri().getRawPath();
        List<String> segments = Stream.of(
                        raw.substring(raw.indexOf(BASE) + BASE.length()).split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(AskedPath::decoded)
                .toList();
        if (segments.indexOf(OWN) == 0 || !segments.stream().allMatch(AccountPath::isPart)) {
            // Sent on it would lead out of the API, with the gateway's credentials, or to what the next server keeps
            // for itself.
            throw nothing();
        }
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameters().forEach((name, values) -> {
            if (!values.isEmpty()) {
                query.put(name, values.get(0));
            }
        });
        return new AccountPath(segments, query);
    }

    /** In a path a plus is a plus. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw nothing();
        }
    }

    private static NotFoundException nothing() {
        return new NotFoundException(
                NotFoundException.Resource.OTHER, "There is no such path.", "See /docs for the paths of this API.");
    }
}
