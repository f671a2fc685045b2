package dev.wharf.packaging.selection;

import dev.wharf.failure.InvalidProjectException;
import java.util.HashMap;
import java.util.Map;

/** Counts how far a walk has come, and ends it where it goes too far, saying which path makes it so long. */
final class BoundedWalk {
    private static final int LONGEST_SHOWN = 100;

    private final WalkLimits limits;
    private final long begun = System.nanoTime();
    private final Map<String, Integer> belowRoot = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private int entries;

    BoundedWalk(WalkLimits limits) {
        this.limits = limits;
    }

    /** A directory is to be entered. */
    void enter(String directory, int depth) {
        if (depth > limits.maxDepth()) {
            throw tooFar("it has more than " + limits.maxDepth() + " nested directories", directory, ADVICE + ".");
        }
        if (System.nanoTime() - begun >= limits.maxTime().toNanos()) {
            throw tooFar(
                    "it takes longer than " + limits.maxTime().toSeconds() + " s",
                    directory,
                    ADVICE + ". Or allow more time with --max-walk-time (WalkLimits in the library).");
        }
    }

    /** Something was found in a directory. */
    void count(String path) {
        belowRoot.merge(top(path), 1, Integer::sum);
        if (++entries > limits.maxEntries()) {
            throw tooFar(
                    "it has more than " + limits.maxEntries() + " files and directories",
                    largest(),
                    ADVICE + ". Or allow more with --max-entries (WalkLimits in the library).");
        }
    }

    /** A link that leads out of the project was found. */
    void link(String path, String target) {
        links.put(path, target);
    }

    private static final String ADVICE = "Move it away, or list it in .gitignore if no pattern there begins with '!'";

    private InvalidProjectException tooFar(String what, String path, String advice) {
        String top = top(path);
        String link = links.get(top);
        String shown = path.length() > LONGEST_SHOWN ? path.substring(0, LONGEST_SHOWN) + "..." : path;
        String where = top.isEmpty() ? "its root" : shown.equals(top) ? top : top + " (at " + shown + ")";
        return new InvalidProjectException(
                "The project cannot be read completely: " + what + ", most of it or the last of it below " + where
                        + (link == null ? "" : ", a link to " + link)
                        + " (" + belowRoot.getOrDefault(top, 0) + " of " + entries + " entries).",
                advice,
                null);
    }

    private String largest() {
        return belowRoot.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
