package dev.wharf.http;

import org.jspecify.annotations.Nullable;

/** Looks for what lies behind a failure. */
final class Causes {
    private Causes() {}

    /** The first of a kind among a failure and its causes. */
    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
        }
        return null;
    }
}
