package dev.wharf.model;

import org.jspecify.annotations.Nullable;

/** What a setting is after it was asked for, or was not. */
final class Asked {
    private Asked() {}

    static <T> @Nullable T of(@Nullable T asked, @Nullable T present, boolean cleared) {
        if (asked != null) {
            return asked;
        }
        return cleared ? null : present;
    }

    /** As clients of the API do, an empty text lets go of what was there. */
    static @Nullable String text(@Nullable String asked, @Nullable String present, boolean cleared) {
        String result = of(asked, present, cleared);
        return result == null || result.isEmpty() ? null : result;
    }
}
