package dev.wharf.packaging.secrets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token that says by its first letters what it is.
 *
 * @param what what it is called
 * @param prefix how it begins, case mattering
 * @param alphabet what follows
 * @param min how many characters follow at least
 * @param max how many follow at most; more are something else
 */
record TokenShape(String what, String prefix, ByteClass alphabet, int min, int max) implements SecretShape {
    private static final int SHOWN = 4;
    /** What has no greatest length. */
    static final int ANY = 1024;

    @Override
    public String anchor() {
        return prefix.toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        if (!window.startsWith(prefix, start) || !beginsHere(window, start)) {
            return null;
        }
        int from = start + prefix.length();
        int end = window.runEnd(from, alphabet, max + 1);
        int length = end - from;
        if (length < min || (length > max && max < ANY)) {
            return null;
        }
        String body = window.text(from, end);
        if (!hasItsParts(body) || Placeholder.isMadeUp(body)) {
            return null;
        }
        return new Sighting(what + " ('" + prefix.substring(0, Math.min(SHOWN, prefix.length())) + "...')", end);
    }

    /** A word before it means that it is part of another; unless that word is the n of an escaped line break. */
    private static boolean beginsHere(Window window, int start) {
        return !ByteClass.WORD.has(window.at(start - 1)) || window.at(start - 2) == '\\';
    }

    /** Where a kind has more of a form than its beginning, it must have that too. */
    private boolean hasItsParts(String body) {
        return switch (prefix) {
            case "SG." -> body.indexOf('.') == 22;
            case "eyJ" -> {
                String[] parts = body.split("\\.", -1);
                yield parts.length == 3 && parts[1].startsWith("eyJ") && parts[2].length() >= 16;
            }
            case "pat" -> body.indexOf('.') == 14 && ByteClass.HEX.hasAll(body.substring(15));
            case "1/", "2/" -> body.indexOf(':') == body.length() - 33 && body.indexOf('/') <= 16;
            case "A3-" ->
                body.indexOf('-') == 6 && body.chars().filter(c -> c == '-').count() >= 4;
            case "00D" -> body.indexOf('!') == 12 || body.indexOf('!') == 15;
            case "dt0c01.", "dt0s01.", "dt0s16." -> body.length() - body.lastIndexOf('.') == 65;
            case "pat.", "sat." -> body.indexOf('.') == 22 && body.indexOf('.', 23) == 47;
            case TokenKinds.TWITTER -> body.contains("%2") || body.contains("%3");
            default -> !isDiscord() || isDiscord(body);
        };
    }

    private boolean isDiscord() {
        return TokenKinds.DISCORD.contains(prefix);
    }

    /** A number in base64, a time, and a signature. */
    private static boolean isDiscord(String body) {
        int first = body.indexOf('.');
        int second = body.indexOf('.', first + 1);
        return first >= 21 && first <= 26 && second - first == 7 && body.length() - second > 27;
    }
}
