package dev.wharf.packaging.requirements;

import dev.wharf.packaging.requirements.Toml.Kind;
import dev.wharf.packaging.requirements.Toml.Value;
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

    private final TomlText text;
    private final Predicate<String> wanted;
    private final List<Value> values = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean isReadable = true;

    /** An array or inline table that has not ended. */
    private record Open(String key, boolean isTable) {
        String end() {
            return isTable ? "}" : "]";
        }
    }

    TomlReader(String text, Predicate<String> wanted) {
        this.text = new TomlText(text);
        this.wanted = wanted;
    }

    Toml read() {
        String table = "";
        text.skipBlank(true);
        while (!text.isAtEnd() && isReadable) {
            if (text.peek() == '[') {
                table = header() + ".";
            } else {
                value(table + key('='));
            }
            endLine();
            text.skipBlank(isReadable);
        }
        return new Toml(List.copyOf(values), isReadable, text.line());
    }

    private String header() {
        text.skip("[");
        boolean many = text.skip("[");
        String name = key(']');
        if (many) {
            // Every table of such an array may have the same keys, and tables of the same names.
            seen.clear();
            isReadable &= text.skip("]");
        } else if (wanted.test(name + ".")) {
            isReadable &= seen.add("[" + name);
        }
        add(name, Kind.TABLE, "", text.line());
        return name;
    }

    /** Reads a key and what ends it: quotes and spaces mean nothing in those that are wanted. */
    private String key(char end) {
        StringBuilder key = new StringBuilder();
        boolean expectsPart = true;
        text.skipBlank(false);
        while (isReadable && text.peek() != end) {
            boolean dot = text.peek() == '.';
            isReadable = dot != expectsPart;
            expectsPart = dot;
            String part = text.skip(".") ? "." : text.isAtQuote() ? text.string() : text.bareKey();
            isReadable &= text.isValid();
            if (key.length() <= MOST_KEY) {
                key.append(part);
            }
            text.skipBlank(false);
        }
        isReadable &= !expectsPart && text.skip(Character.toString(end));
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
            text.skipBlank(true);
            if (text.skip(innermost.end())) {
                open.pop();
                separate();
            } else {
                begin(innermost.isTable() ? below(innermost.key(), key('=')) : innermost.key());
            }
        }
    }

    /** The name of what is in an inline table; so long a name is cut that none is wanted any more. */
    private static String below(String table, String key) {
        return table.length() > MOST_KEY ? table : table + "." + key;
    }

    private void begin(String key) {
        text.skipBlank(!open.isEmpty());
        int line = text.line();
        boolean isTable = text.skip("{");
        if (isTable || text.skip("[")) {
            add(key, isTable ? Kind.TABLE : Kind.ARRAY, "", line);
            open.push(new Open(key, isTable));
            isReadable &= open.size() <= MOST_OPEN;
        } else {
            scalar(key);
            separate();
        }
    }

    private void scalar(String key) {
        int begun = text.line();
        if (text.isAtQuote()) {
            boolean element = !open.isEmpty() && !open.getFirst().isTable();
            add(key, element ? Kind.ELEMENT : Kind.STRING, text.string(), begun);
            isReadable &= text.isValid();
        } else {
            String bare = text.bareValue();
            isReadable &= BARE.matcher(bare).matches();
            add(key, Kind.BARE, bare, begun);
        }
    }

    /** Between the values of an array or inline table stands a comma. */
    private void separate() {
        if (!open.isEmpty()) {
            text.skipBlank(true);
            isReadable &= text.skip(",") || text.isAt(open.getFirst().end());
        }
    }

    private void endLine() {
        if (isReadable) {
            text.skipBlank(false);
            text.skipComment();
            isReadable = text.isAtLineEnd();
        }
    }

    private void add(String key, Kind kind, String content, int begun) {
        if (wanted.test(key)) {
            values.add(new Value(key, kind, content, begun));
        }
    }
}
