package dev.wharf.packaging.check;

import dev.wharf.packaging.check.Toml.Kind;
import dev.wharf.packaging.check.Toml.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads TOML in one pass and without recursion; what is open is kept on a stack of bounded depth. */
final class TomlReader {
    private static final int MOST_OPEN = 100;
    private static final int MOST_KEY = 1000;
    private static final Pattern BARE = Pattern.compile("true|false|[+-]?(inf|nan|[0-9]\\S*( [0-9]{2}:\\S+)?)");

    private final String text;
    private final Predicate<String> wanted;
    private final List<Value> values = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private boolean isReadable = true;

    /** An array or inline table that has not ended. */
    private record Open(String key, boolean isTable) {
        char end() {
            return isTable ? '}' : ']';
        }
    }

    TomlReader(String text, Predicate<String> wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    Toml read() {
        String table = "";
        skipBlank(true);
        while (at < text.length() && isReadable) {
            if (peek() == '[') {
                table = header() + ".";
            } else {
                value(table + key('='));
            }
            endLine();
            skipBlank(isReadable);
        }
        return new Toml(List.copyOf(values), isReadable, line);
    }

    private String header() {
        boolean many = text.startsWith("[[", at);
        at += many ? 2 : 1;
        String name = key(']');
        if (many) {
            // Every table of such an array may have the same keys, and tables of the same names.
            seen.clear();
            isReadable &= peek() == ']';
            skipChar();
        } else if (wanted.test(name + ".")) {
            isReadable &= seen.add("[" + name);
        }
        add(name, Kind.TABLE, "", line);
        return name;
    }

    /** Reads a key and what ends it: quotes and spaces mean nothing in those that are wanted. */
    private String key(char end) {
        StringBuilder key = new StringBuilder();
        while (isReadable && peek() != end) {
            int c = peek();
            if (c < 0 || c == '\n' || key.length() > MOST_KEY) {
                isReadable = false;
            } else if (c == '"' || c == '\'') {
                key.append(string());
            } else {
                key.append(c == ' ' || c == '\t' ? "" : Character.toString(c));
                at++;
            }
        }
        isReadable &= key.length() > 0;
        skipChar();
        return key.toString();
    }

    private void value(String key) {
        if (wanted.test(key)) {
            isReadable &= seen.add(key);
        }
        open.clear();
        begin(key);
        while (isReadable && !open.isEmpty()) {
            Open innermost = open.getFirst();
            skipBlank(true);
            if (peek() == innermost.end()) {
                at++;
                open.pop();
                separate();
            } else {
                begin(innermost.isTable() ? innermost.key() + "." + key('=') : innermost.key());
            }
        }
    }

    private void begin(String key) {
        skipBlank(!open.isEmpty());
        int c = peek();
        if (c == '[' || c == '{') {
            add(key, c == '{' ? Kind.TABLE : Kind.ARRAY, "", line);
            open.push(new Open(key, c == '{'));
            isReadable &= open.size() <= MOST_OPEN && key.length() <= MOST_KEY;
            at++;
        } else {
            scalar(key, c);
            separate();
        }
    }

    private void scalar(String key, int first) {
        int begun = line;
        if (first == '"' || first == '\'') {
            boolean element = !open.isEmpty() && !open.getFirst().isTable();
            add(key, element ? Kind.ELEMENT : Kind.STRING, string(), begun);
        } else {
            int start = at;
            while (at < text.length() && ",]}#\r\n".indexOf(peek()) < 0) {
                at++;
            }
            String bare = text.substring(start, at).strip();
            isReadable &= BARE.matcher(bare).matches();
            add(key, Kind.BARE, bare, begun);
        }
    }

    /** Between the values of an array or inline table stands a comma. */
    private void separate() {
        if (!open.isEmpty()) {
            skipBlank(true);
            if (peek() == ',') {
                at++;
            } else {
                isReadable &= peek() == open.getFirst().end();
            }
        }
    }

    private void endLine() {
        if (isReadable) {
            skipBlank(false);
            skipComment();
            isReadable = at >= text.length() || peek() == '\n' || peek() == '\r';
        }
    }

    private void add(String key, Kind kind, String content, int begun) {
        if (wanted.test(key)) {
            values.add(new Value(key, kind, content, begun));
        }
    }

    private String string() {
        String quote = text.substring(at, at + 1);
        String full = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
        StringBuilder content = new StringBuilder();
        at += full.length();
        while (!text.startsWith(full, at)) {
            if (peek() < 0 || (peek() == '\n' && full.length() == 1)) {
                isReadable = false;
                return content.toString();
            }
            if (peek() == '\\' && quote.equals("\"") && at + 1 < text.length()) {
                at++;
            }
            content.append((char) peek());
            advance();
        }
        at += full.length();
        return content.toString();
    }

    private void skipBlank(boolean alsoLines) {
        while (at < text.length()) {
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

    private void skipComment() {
        if (peek() == '#') {
            while (at < text.length() && peek() != '\n') {
                at++;
            }
        }
    }

    private void skipChar() {
        at += isReadable ? 1 : 0;
    }

    private void advance() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }
}
