package dev.wharf.server.request;

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

    private AskedPath() {}

    /**
     * The path a request asks for.
     *
     * @param request a request below {@code /v1/}
     * @return its path and its query, decoded; of a parameter that comes twice the first counts
     */
    public static AccountPath of(HttpRequest<?> request) {
        String raw = request.getUri().getRawPath();
        List<String> segments = Stream.of(
                        raw.substring(raw.indexOf(BASE) + BASE.length()).split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(AskedPath::decoded)
                .toList();
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
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
