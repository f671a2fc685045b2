package dev.wharf.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of the API's addresses that hold what others named: any character may be in it. */
final class ApiPath {
    private ApiPath() {}

    /** One segment of a path. */
    static String segment(Object name) {
        return URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value of the query. */
    static String value(Object value) {
        return segment(value);
    }
}
