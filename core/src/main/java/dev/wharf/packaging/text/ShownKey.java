package dev.wharf.packaging.text;

import java.util.Optional;

/** The keys of a configuration: how they are shown, and what they may not be. */
final class ShownKey {
    private static final int MOST_SHOWN = 60;

    private ShownKey() {}

    /** A key in quotes, cut where it is long, its control characters made visible. */
    static String of(String key) {
        StringBuilder shown = new StringBuilder("'");
        key.chars()
                .limit(MOST_SHOWN)
                .forEach(c -> shown.append(isVisible(c) ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return shown.append(key.length() > MOST_SHOWN ? "...'" : "'").toString();
    }

    /** What makes a key one that no connector can ask for; follows "the key". */
    static Optional<String> fault(String key) {
        if (key.isBlank()) {
            return Optional.of(key.isEmpty() ? "is empty" : "is blank");
        }
        if (!key.strip().equals(key)) {
            return Optional.of("begins or ends with a blank");
        }
        return key.chars().allMatch(ShownKey::isVisible)
                ? Optional.empty()
                : Optional.of("holds an invisible character");
    }

    private static boolean isVisible(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }
}
