package dev.wharf.cli.target;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options that chose where a run works, as they were given. Of a key there is only that one was given; a password stays out. */
final class ChosenTarget {
    /** What comes before a host, and what comes after a path. */
    private static final Pattern SECRET_PLACE = Pattern.compile("[@?#]");

    private ChosenTarget() {}

    /** The options in words, not quoted; empty if none was given. */
    static List<String> of(GlobalOptions options) {
        List<String> given = new ArrayList<>();
        String local = options.local();
        if (local != null) {
            // A directory goes with it only behind a "=".
            given.add(local.isEmpty() ? "--local" : "--local=" + local);
        }
        add(given, "--profile", options.profile());
        add(given, "--api-url", withoutSecrets(options.apiUrl()));
        add(given, "--api-key", options.apiKey() == null ? null : "KEY");
        add(given, "--ca-file", options.caFile());
        add(given, "--proxy", withoutSecrets(options.proxy()));
        return given;
    }

    /** Null if it can hold a password or a token. */
    private static @Nullable String withoutSecrets(@Nullable String url) {
        return url == null || SECRET_PLACE.matcher(url).find() ? null : url;
    }

    private static void add(List<String> given, String name, @Nullable String value) {
        if (value != null) {
            given.add(name);
            given.add(value);
        }
    }
}
