package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.regex.Pattern;

/** The one rule all identifiers share. Identifiers never touch a file system, yet none could escape a directory. */
final class Identifiers {
    private static final int MAX_LENGTH = 100;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private Identifiers() {}

    static String check(String what, String value) {
        if (value.length() > MAX_LENGTH || !ALLOWED.matcher(value).matches()) {
            throw new InvalidRequestException("'" + abbreviate(value) + "' is not a " + what + " id: give 1 to "
                    + MAX_LENGTH + " letters, digits, '_' or '-', such as happy_harmony.");
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
