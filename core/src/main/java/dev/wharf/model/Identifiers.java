package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.regex.Pattern;

/**
 * What all identifiers share. Those that are read are opaque: whoever made them decided on their form. Those that Wharf makes, or
 * gives rights to, keep to a form that needs no escaping anywhere. Identifiers never touch a file system.
 */
final class Identifiers {
    private static final int MAX_LENGTH = 100;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private Identifiers() {}

    /** Refuses only what names nothing, and what would lead to another path of the API ({@code .} and {@code ..}). */
    static void checkGiven(String what, String value) {
        if (value.isBlank() || ".".equals(value) || "..".equals(value)) {
            throw new InvalidRequestException(
                    "'" + abbreviate(value) + "' is not a " + what + " id.", "Give one such as happy_harmony.");
        }
    }

    /** Refuses what Wharf would not make. */
    static String checkForm(String what, String value) {
        if (value.length() > MAX_LENGTH || !ALLOWED.matcher(value).matches()) {
            throw new InvalidRequestException(
                    "'" + abbreviate(value) + "' is not a " + what + " id.",
                    "Give 1 to " + MAX_LENGTH + " letters, digits, '_' or '-', such as happy_harmony.");
        }
        return value;
    }

    /** Shortens and cleans hostile text so that it can stand in a message. */
    static String abbreviate(String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
