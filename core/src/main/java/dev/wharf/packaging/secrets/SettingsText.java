package dev.wharf.packaging.secrets;

import java.util.regex.Pattern;

/** Looks through a file of settings, JSON or lines of names and values, for one that is a secret. */
final class SettingsText {
    private static final Pattern ENTRY_ENDS = Pattern.compile("[\\n\\r,{}]");

    private SettingsText() {}

    /** More is taken for a secret than in other files: any value that is there of a name that says so. */
    static boolean holdsSecret(String text) {
        return ENTRY_ENDS.splitAsStream(text).anyMatch(SettingsText::isSecret);
    }

    private static boolean isSecret(String entry) {
        int colon = entry.indexOf(':');
        int equal = entry.indexOf('=');
        int separator = colon < 0 ? equal : equal < 0 ? colon : Math.min(colon, equal);
        if (separator < 0 || entry.stripLeading().startsWith("#")) {
            return false;
        }
        String name = bare(entry.substring(0, separator));
        String value = bare(entry.substring(separator + 1));
        if (value.isEmpty() || Placeholder.isOne(value)) {
            return false;
        }
        return SecretName.isOne(name) || AssignedShape.isSecret(value, false);
    }

    private static String bare(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() > 1
                && ByteClass.QUOTE.has(stripped.charAt(0))
                && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
