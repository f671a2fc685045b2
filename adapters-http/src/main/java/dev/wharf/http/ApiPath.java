package dev.wharf.http;

import dev.wharf.model.AccountPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Parts of the API's addresses that hold what others named: any character may be in it. */
final class ApiPath {
    private ApiPath() {}

    /** A whole path with its query. */
    static String of(AccountPath path) {
        String query = path.query().entrySet().stream()
                .map(each -> value(each.getKey()) + "=" + value(each.getValue()))
                .collect(Collectors.joining("&"));
        return "/v1/" + path.segments().stream().map(ApiPath::segment).collect(Collectors.joining("/"))
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** One segment of a path. */
    static String segment(Object name) {
        return URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value of the query. */
    static String value(Object value) {
        return segment(value);
    }
}
