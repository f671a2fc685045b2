package dev.wharf.cli.target;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that chose where a run works, as they were given. A key and a password stay out of them. */
final class ChosenTarget {
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
        add(given, "--api-url", options.apiUrl());
        add(given, "--ca-file", options.caFile());
        String proxy = options.proxy();
        add(given, "--proxy", proxy == null || proxy.indexOf('@') >= 0 ? null : proxy);
        return given;
    }

    private static void add(List<String> given, String name, @Nullable String value) {
        if (value != null) {
            given.add(name);
            given.add(value);
        }
    }
}
