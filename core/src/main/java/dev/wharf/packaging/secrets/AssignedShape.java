package dev.wharf.packaging.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value written beside a name that says it is a secret: {@code password = "..."}, {@code "api_key": "..."}; without quotes
 * where names and values need none: in files of settings, addresses and connection strings.
 *
 * @param anchor what such names have in them
 */
record AssignedShape(String anchor) implements SecretShape {
    private static final int MAX_NAME = 64;
    private static final int MAX_VALUE = 512;
    private static final int MAX_SPACE = 16;
    private static final int MIN_PASSWORD = 6;
    private static final int MIN_TOKEN = 16;
    private static final double MIN_ENTROPY = 3.0;
    private static final ByteClass SPACE = ByteClass.of(" \t");
    private static final ByteClass TYPE = ByteClass.of("A-Za-z0-9_[]|., ");
    private static final ByteClass QUOTED = ByteClass.of(" !#-&(-~");
    private static final ByteClass UNQUOTED = ByteClass.of("!$%*+./0-9:=?@A-Z^_a-z~-");
    private static final Set<String> FILE_ENDS =
            Set.of(".pem", ".json", ".key", ".p8", ".txt", ".crt", ".yml", ".yaml");

    static List<SecretShape> all() {
        return List.of(
                new AssignedShape("passw"),
                new AssignedShape("pwd"),
                new AssignedShape("passphrase"),
                new AssignedShape("secret"),
                new AssignedShape("token"),
                new AssignedShape("key"),
                new AssignedShape("credential"));
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        int nameEnd = window.runEnd(start, ByteClass.BASE64_URL, MAX_NAME);
        int separator = separatorEnd(window, nameEnd);
        if (file.isBinary() || separator < 0) {
            return null;
        }
        int nameStart = window.runStart(start, ByteClass.NAME, MAX_NAME);
        String name = window.text(nameStart, nameEnd);
        if (!SecretName.isOne(name)) {
            return null;
        }
        int valueStart = skipPrefix(window, separator);
        int quote = window.at(valueStart);
        boolean quoted = quote == '"' || quote == '\'';
        int from = quoted ? valueStart + 1 : separator;
        int end = quoted ? quotedEnd(window, from, quote) : unquotedEnd(window, from, nameStart, file);
        if (end < 0 || !isSecret(window.text(from, end), SecretName.isPassword(name))) {
            return null;
        }
        return new Sighting("what looks like a secret, as the value of '" + name + "'", end);
    }

    /** Finds where the value begins behind a name; -1 if nothing is assigned to it. */
    private static int separatorEnd(Window window, int nameEnd) {
        int at = nameEnd;
        at += window.at(at) == '\\' ? 1 : 0;
        at += window.at(at) == '"' || window.at(at) == '\'' ? 1 : 0;
        at += window.at(at) == ']' ? 1 : 0;
        at = window.runEnd(at, SPACE, MAX_SPACE);
        int separator = window.at(at);
        int next = window.at(at + 1);
        if (separator == ':' && next != ':') {
            int typeEnd = window.runEnd(at + 1, TYPE, MAX_NAME);
            boolean typed = typeEnd > at + 1 && window.at(typeEnd) == '=' && window.at(typeEnd + 1) != '=';
            at = next == '=' ? at + 2 : typed ? typeEnd + 1 : at + 1;
        } else if (separator == '=' && next != '=' && next != '~') {
            at += next == '>' ? 2 : 1;
        } else {
            return -1;
        }
        return window.runEnd(at, SPACE, MAX_SPACE);
    }

    /** Skips what may stand before a quote: the letter of a raw string, a backslash in a string within a string. */
    private static int skipPrefix(Window window, int start) {
        int at = start;
        while (at < start + 2 && "rbuRBU\\".indexOf(window.at(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int quotedEnd(Window window, int from, int quote) {
        int at = from;
        while (at - from < MAX_VALUE
                && window.at(at) != quote
                && (QUOTED.has(window.at(at)) || window.at(at) == '"' || window.at(at) == '\'')) {
            at++;
        }
        int end = window.at(at - 1) == '\\' ? at - 1 : at;
        return window.at(at) == quote ? end : -1;
    }

    private static int unquotedEnd(Window window, int from, int nameStart, FileKind file) {
        int before = window.at(nameStart - 1);
        boolean inAddress = before == '?' || before == '&' || before == ';';
        if (!file.isSettings() && !inAddress) {
            return -1;
        }
        return window.runEnd(from, UNQUOTED, MAX_VALUE);
    }

    /** Whether a value is a secret, not a stand-in for one; a password may be shorter than what is drawn at random. */
    static boolean isSecret(String value, boolean password) {
        if (value.length() < (password ? MIN_PASSWORD : MIN_TOKEN) || isHarmless(value) || Placeholder.isOne(value)) {
            return false;
        }
        boolean digit = value.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean letter = value.chars().anyMatch(Character::isLetter);
        boolean sign = value.chars().anyMatch(c -> "!@#$%^&*?~+=".indexOf(c) >= 0);
        if (password) {
            return letter && (digit || sign);
        }
        return letter && digit && Placeholder.entropy(value) >= MIN_ENTROPY && !isIdentifier(value);
    }

    private static boolean isHarmless(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.chars().anyMatch(c -> c == ' ' || c == '\\')
                || lower.contains("://")
                || lower.contains("()")
                || lower.startsWith("/")
                || lower.startsWith("./")
                || lower.startsWith("~/")
                || lower.startsWith("arn:")
                || FILE_ENDS.stream().anyMatch(lower::endsWith);
    }

    /** Words joined to a name, as opposed to signs drawn at random. */
    private static boolean isIdentifier(String value) {
        return Placeholder.parts(value).stream().allMatch(AssignedShape::isWord);
    }

    /** Letters, then at most four digits; or a few digits alone. */
    private static boolean isWord(String part) {
        int digits = part.length();
        while (digits > 0 && Character.isDigit(part.charAt(digits - 1))) {
            digits--;
        }
        return part.length() - digits <= 4 && part.substring(0, digits).chars().allMatch(Character::isLetter);
    }
}
