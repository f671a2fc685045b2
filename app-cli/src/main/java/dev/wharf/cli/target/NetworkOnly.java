package dev.wharf.cli.target;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that mean something only where an account is reached over a network. */
final class NetworkOnly {
    private NetworkOnly() {}

    /** The names of those that were given. */
    static List<String> given(GlobalOptions options) {
        List<String> given = new ArrayList<>();
        add(given, "--api-key", options.apiKey());
        add(given, "--timeout", options.timeout());
        add(given, "--max-wait", options.maxWait());
        add(given, "--proxy", options.proxy());
        add(given, "--ca-file", options.caFile());
        add(given, "--no-cache", options.isNoCache() ? Boolean.TRUE : null);
        // A profile that names a directory was used; one beside --local was not even read.
        add(given, "--profile", options.local() == null ? null : options.profile());
        return given;
    }

    private static void add(List<String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.add(name);
        }
    }
}
