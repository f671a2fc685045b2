package dev.wharf.packaging.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where the string literals of Python source end. Formatted ones may, since Python 3.12, hold expressions with strings of
 * the same quotes, to any depth: that depth is a stack's here, not the program's. Every character is looked at once.
 */
final class PythonStrings {
    private static final Set<String> PREFIXES = Set.of("r", "b", "u", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");

    /** Python itself has far fewer in each other. */
    private static final int MOST_OPEN = 1000;

    private final String source;
    private final Deque<Frame> open = new ArrayDeque<>();
    private int at;
    private boolean closed;

    /** What the reader is inside of: a formatted string's text, an expression in it, or that expression's format. */
    private static final class Frame {
        private final Kind kind;
        private final String quote;
        private final boolean raw;
        private int depth;

        Frame(Kind kind, String quote, boolean raw) {
            this.kind = kind;
            this.quote = quote;
            this.raw = raw;
        }

        enum Kind {
            TEXT,
            EXPRESSION,
            FORMAT
        }
    }

    PythonStrings(String source) {
        this.source = source;
    }

    static boolean isQuote(int c) {
        return c == '"' || c == '\'';
    }

    /** Whether letters before a quote are a string's prefix. */
    static boolean isPrefix(String letters) {
        return letters.length() <= 2 && PREFIXES.contains(letters.toLowerCase(Locale.ROOT));
    }

    /** Whether a string's prefix says that it holds expressions. */
    static boolean isFormatted(String prefix) {
        String letters = prefix.toLowerCase(Locale.ROOT);
        return letters.contains("f") || letters.contains("t");
    }

    /** Finds the end of a string that begins with a quote at a position; what was open may have been closed by a line's end. */
    int end(int quoteAt, String prefix) {
        at = quoteAt;
        closed = true;
        open.clear();
        begin(prefix);
        while (!open.isEmpty() && at < source.length()) {
            Frame frame = open.getFirst();
            if (frame.kind == Frame.Kind.EXPRESSION) {
                expression(frame);
            } else {
                text(frame);
            }
        }
        closed &= open.isEmpty();
        return at;
    }

    /** Whether the last string ended with its quote. */
    boolean wasClosed() {
        return closed;
    }

    private void begin(String prefix) {
        String letters = prefix.toLowerCase(Locale.ROOT);
        String quote = quoteAt(at);
        boolean raw = letters.contains("r");
        at += quote.length();
        if (isFormatted(prefix) && open.size() < MOST_OPEN) {
            open.push(new Frame(Frame.Kind.TEXT, quote, raw));
        } else {
            skipPlain(quote);
        }
    }

    private String quoteAt(int start) {
        String one = source.substring(start, start + 1);
        String three = one.repeat(3);
        return source.startsWith(three, start) ? three : one;
    }

    private void skipPlain(String quote) {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                skipEscaped();
            } else if (source.startsWith(quote, at)) {
                at += quote.length();
                return;
            } else if (quote.length() == 1 && isLineEnd(c)) {
                break;
            } else {
                at++;
            }
        }
        closed = false;
    }

    private void text(Frame frame) {
        char c = source.charAt(at);
        if (c == '\\') {
            escapeInText(frame);
        } else if (c == '{') {
            boolean doubled = frame.kind == Frame.Kind.TEXT && source.startsWith("{{", at);
            at += doubled ? 2 : 1;
            if (!doubled) {
                open.push(new Frame(Frame.Kind.EXPRESSION, frame.quote, frame.raw));
            }
        } else if (c == '}' && frame.kind == Frame.Kind.FORMAT) {
            at++;
            open.pop();
            open.pop();
        } else if (source.startsWith(frame.quote, at)) {
            at += frame.quote.length();
            closed &= frame.kind == Frame.Kind.TEXT;
            leaveString();
        } else if (frame.quote.length() == 1 && isLineEnd(c)) {
            closed = false;
            leaveString();
        } else {
            at++;
        }
    }

    private void escapeInText(Frame frame) {
        char next = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (next == '{' || next == '}') {
            at++;
        } else if (next == 'N' && !frame.raw && source.startsWith("{", at + 2)) {
            at += 3;
            while (at < source.length() && source.charAt(at) != '}' && !isLineEnd(source.charAt(at))) {
                at++;
            }
            at = Math.min(at + 1, source.length());
        } else {
            skipEscaped();
        }
    }

    private void expression(Frame frame) {
        char c = source.charAt(at);
        if (isQuote(c)) {
            begin(prefixBefore(at));
        } else if (c == '#') {
            while (at < source.length() && !isLineEnd(source.charAt(at))) {
                at++;
            }
        } else if (c == '}' && frame.depth == 0) {
            at++;
            open.pop();
        } else if (c == ':' && frame.depth == 0) {
            at++;
            open.push(new Frame(Frame.Kind.FORMAT, frame.quote, frame.raw));
        } else {
            frame.depth += "([{".indexOf(c) >= 0 ? 1 : 0;
            frame.depth -= ")]}".indexOf(c) >= 0 && frame.depth > 0 ? 1 : 0;
            at++;
        }
    }

    private String prefixBefore(int quoteAt) {
        int start = quoteAt;
        while (start > 0 && quoteAt - start < 3 && Character.isLetter(source.charAt(start - 1))) {
            start--;
        }
        String letters = source.substring(start, quoteAt);
        return isPrefix(letters) ? letters : "";
    }

    /** Leaves what is open up to and with the innermost string. */
    private void leaveString() {
        while (open.pop().kind != Frame.Kind.TEXT) {
            // An expression or its format, which its string takes along.
        }
    }

    private void skipEscaped() {
        boolean windowsEnd = source.startsWith("\r\n", at + 1);
        at = Math.min(at + (windowsEnd ? 3 : 2), source.length());
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
