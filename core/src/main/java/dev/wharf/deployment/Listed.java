package dev.wharf.deployment;

import java.util.List;

/** Many things in one sentence. */
final class Listed {
    private static final int MOST_NAMED = 10;

    private Listed() {}

    /** All of them; of many the first ten, and how many more there are. */
    static String inWords(List<String> things) {
        String named = String.join(", ", things.subList(0, Math.min(MOST_NAMED, things.size())));
        int more = things.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
