package dev.wharf.packaging.requirements;

/** Goes through a TOML text: what means nothing, its strings, its bare words. Never fails: what is no TOML is remembered. */
final class TomlText {
    private static final String ESCAPES = "btnfre\"\\";
    private static final String ESCAPED = "\b\t\n\f\r\u001b\"\\";

    private final String text;
    private int at;
    private int line = 1;
    private boolean isValid = true;

    TomlText(String text) {
        this.text = text;
    }

    /** The line of the place that was come to, from 1. */
    int line() {
        return line;
    }

    /** Whether the strings and words read so far are some. */
    boolean isValid() {
        return isValid;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    boolean isAtLineEnd() {
        return isAtEnd() || isAt("\n") || isAt("\r");
    }

    boolean isAtQuote() {
        return isAt("\"") || isAt("'");
    }

    boolean isAt(String wanted) {
        return text.startsWith(wanted, at);
    }

    /** Passes over something if it is there. */
    boolean skip(String wanted) {
        boolean there = isAt(wanted);
        at += there ? wanted.length() : 0;
        return there;
    }

    /** The character here; -1 at the end. */
    int peek() {
        return isAtEnd() ? -1 : text.charAt(at);
    }

    /** Passes over blanks; over the ends of lines, and comments, where they mean nothing either. */
    void skipBlank(boolean alsoLines) {
        while (!isAtEnd()) {
            int c = peek();
            if (c == '#' && alsoLines) {
                skipComment();
            } else if (c == ' ' || c == '\t' || (alsoLines && (c == '\n' || c == '\r'))) {
                advance();
            } else {
                return;
            }
        }
    }

    void skipComment() {
        if (isAt("#")) {
            while (!isAtEnd() && peek() != '\n') {
                at++;
            }
        }
    }

    /** Reads a key, or a part of one, that stands in no quotes. */
    String bareKey() {
        int start = at;
        while (isOfKey(peek())) {
            at++;
        }
        isValid &= at > start;
        return text.substring(start, at);
    }

    private static boolean isOfKey(int c) {
        boolean isAscii = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return isAscii || c == '_' || c == '-' || c >= 0x80;
    }

    /** Reads a value that stands in no quotes. */
    String bareValue() {
        int start = at;
        while (!isAtEnd() && ",]}#\r\n".indexOf(peek()) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    /** Reads a string of any kind, from its quote on. */
    String string() {
        String quote = text.substring(at, at + 1);
        boolean isLong = isAt(quote.repeat(3));
        String end = isLong ? quote.repeat(3) : quote;
        StringBuilder content = new StringBuilder();
        at += end.length();
        if (isLong && (isAt("\n") || isAt("\r\n"))) {
            skipLineEnd();
        }
        while (!isAt(end)) {
            if (isAtEnd() || (peek() == '\n' && !isLong)) {
                isValid = false;
                return content.toString();
            }
            if (quote.equals("\"") && skip("\\")) {
                escaped(content, isLong);
            } else {
                content.append((char) peek());
                advance();
            }
        }
        at += end.length();
        // Up to two more of the quotes that end it may stand before them, and are its own.
        for (int more = 0; isLong && more < 2 && skip(quote); more++) {
            content.append(quote);
        }
        return content.toString();
    }

    /** Reads what stands behind a backslash: a sign, a character's number, or the end of a line that goes on. */
    private void escaped(StringBuilder content, boolean isLong) {
        int c = peek();
        int known = c < 0 ? -1 : ESCAPES.indexOf(c);
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (known >= 0) {
            content.append(ESCAPED.charAt(known));
            at++;
        } else if (digits > 0) {
            at++;
            character(content, digits);
        } else {
            skipBlank(false);
            isValid &= isLong && (isAt("\n") || isAt("\r\n"));
            while (isValid && (isAt(" ") || isAt("\t") || isAt("\n") || isAt("\r"))) {
                advance();
            }
        }
    }

    private void character(StringBuilder content, int digits) {
        try {
            int end = Math.min(text.length(), at + digits);
            content.appendCodePoint(Integer.parseUnsignedInt(text, at, end, 16));
            at = end;
        } catch (IllegalArgumentException e) {
            // No number, or one of no character.
            isValid = false;
        }
    }

    private void skipLineEnd() {
        skip("\r");
        advance();
    }

    private void advance() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }
}
