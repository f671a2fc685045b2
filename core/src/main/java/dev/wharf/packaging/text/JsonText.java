package dev.wharf.packaging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through JSON text, one sign or string at a time. */
final class JsonText {
    private static final String ESCAPE = "Write \\\\ for a backslash.";

    private final String text;
    private int at;
    private int line = 1;
    private String place = "";

    JsonText(String text) {
        this.text = text;
    }

    /** Remembers the key that was read last, for what is found behind it. */
    void behind(String shownKey) {
        place = ", behind the key " + shownKey;
    }

    int line() {
        return line;
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    boolean isAt(char c) {
        return peek() == c;
    }

    boolean skip(char c) {
        boolean there = isAt(c);
        at += there ? 1 : 0;
        return there;
    }

    boolean skipWord(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    void expect(char wanted, String otherwise, String advice) throws NotJsonException {
        if (!skip(wanted)) {
            throw new NotJsonException(otherwise, advice);
        }
    }

    /** Passes over what means nothing; a comment is no such thing in JSON. */
    void skipSpace() throws NotJsonException {
        for (int c = peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = peek()) {
            line += c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1)) ? 1 : 0;
            at++;
        }
        if (isAt('#') || text.startsWith("//", at) || text.startsWith("/*", at)) {
            throw new NotJsonException("it holds a comment, which JSON does not have" + place, "Remove the comments.");
        }
    }

    /** Passes over a number, true or false; false if an object stands there, which is not passed over. */
    boolean skipScalar(String what) throws NotJsonException {
        int c = peek();
        if (c == '{') {
            return false;
        }
        boolean number = c == '-' || (c >= '0' && c <= '9');
        if (!number && !skipWord("true") && !skipWord("false")) {
            throw new NotJsonException(what + " is missing", "Write a value in double quotes.");
        }
        while (number && "+-.0123456789eE".indexOf(peek()) >= 0) {
            at++;
        }
        return true;
    }

    /** Reads a list of strings, or as much of a list as are strings: null then. */
    @Nullable
    List<String> strings(String what) throws NotJsonException {
        List<String> items = new ArrayList<>();
        at++;
        skipSpace();
        if (skip(']')) {
            return items;
        }
        while (true) {
            skipSpace();
            if (!isAt('"')) {
                if (isAt(']')) {
                    throw new NotJsonException("a string must follow the comma in " + what, "Remove the comma.");
                }
                return null;
            }
            items.add(string(what));
            skipSpace();
            if (skip(']')) {
                return items;
            }
            expect(',', "a comma or the closing bracket is missing in " + what, "Write [\"one\", \"two\"].");
        }
    }

    /** Reads a string; whose it is follows the word "in". */
    String string(String what) throws NotJsonException {
        StringBuilder content = new StringBuilder();
        at++;
        while (true) {
            int c = peek();
            if (c < ' ') {
                throw c < 0
                        ? new NotJsonException("a string does not end, in " + what, "Close it with a double quote.")
                        : new NotJsonException(
                                "a string holds a line break or control character, in " + what,
                                "Write \\n for a line break.");
            }
            at++;
            if (c == '"') {
                return content.toString();
            }
            content.append(c == '\\' ? escaped(what) : (char) c);
        }
    }

    private char escaped(String what) throws NotJsonException {
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(what);
            default ->
                throw new NotJsonException("a string holds a backslash that escapes nothing, in " + what, ESCAPE);
        };
    }

    private char unicode(String what) throws NotJsonException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = peek();
            int digit = c > 'f' ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                throw new NotJsonException("a string holds \\u without four hexadecimal digits, in " + what, ESCAPE);
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    /** What of a string could not be sent, or not be kept where it goes; follows "holds". */
    static Optional<String> unsendable(String value) {
        if (value.indexOf('\0') >= 0) {
            return Optional.of("the character \\u0000");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("an unpaired surrogate, \\u" + "%04x".formatted((int) c));
            }
        }
        return Optional.empty();
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }
}
