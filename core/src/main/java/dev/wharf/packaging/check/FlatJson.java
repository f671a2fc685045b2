package dev.wharf.packaging.check;

import dev.wharf.model.ConnectionSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A strict reader for one JSON object whose values are strings, and for nothing else. Goes through the text once and knows no
 * nesting. Values, which are credentials, are looked at and not kept.
 */
final class FlatJson {
    private static final int MAX_SHOWN_KEY = 60;

    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private int at;
    private int line = 1;

    /** What is wrong, and where. */
    record Problem(int line, String message, String advice) {}

    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        NotJson(String message) {
            super(message);
        }
    }

    FlatJson(String text) {
        this.text = text;
    }

    /** Reads the text; finds every repeated key, and the first of all else. */
    List<Problem> problems() {
        try {
            object();
        } catch (NotJson e) {
            problems.add(new Problem(
                    line, "It is not JSON: " + e.getMessage() + ".", "Write one object: {\"key\": \"value\", ...}."));
        }
        return problems;
    }

    private void object() throws NotJson {
        skipSpace();
        if (peek() == '[' || peek() == '"') {
            add("It does not hold an object.", "Write {\"key\": \"value\", ...}.");
            return;
        }
        expect('{', "an object is missing");
        skipSpace();
        Set<String> keys = new HashSet<>();
        if (peek() == '}') {
            at++;
        } else if (!members(keys)) {
            return;
        }
        skipSpace();
        if (at < text.length()) {
            throw new NotJson("there is something after the object");
        }
    }

    /** Reads members and the closing brace; false if it makes no sense to go on. */
    private boolean members(Set<String> keys) throws NotJson {
        while (true) {
            skipSpace();
            if (peek() != '"') {
                throw new NotJson("a key in double quotes is missing");
            }
            int keyLine = line;
            String key = string();
            skipSpace();
            expect(':', "a colon is missing after the key " + shown(key));
            skipSpace();
            if (peek() != '"') {
                return notAString(key);
            }
            string();
            if (!keys.add(key)) {
                problems.add(new Problem(
                        keyLine, "The key " + shown(key) + " is there more than once.", "Keep one of them."));
            }
            if (keys.size() > ConnectionSettings.MAX_SECRETS) {
                problems.add(new Problem(
                        keyLine,
                        "It has more than " + ConnectionSettings.MAX_SECRETS + " keys, the most there can be.",
                        "Join settings that belong together into one string."));
                return false;
            }
            skipSpace();
            if (peek() == '}') {
                at++;
                return true;
            }
            expect(',', "a comma or the closing brace is missing");
        }
    }

    private boolean notAString(String key) throws NotJson {
        int c = peek();
        boolean isValue = c == '{' || c == '[' || c == '-' || (c >= '0' && c <= '9') || isWord("true", "false", "null");
        if (!isValue) {
            throw new NotJson("the value of " + shown(key) + " is missing");
        }
        add("The value of " + shown(key) + " is not a string.", "Put it in double quotes.");
        return false;
    }

    private boolean isWord(String... words) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    private String string() throws NotJson {
        StringBuilder content = new StringBuilder();
        at++;
        while (true) {
            int c = peek();
            if (c < ' ') {
                throw new NotJson(c < 0 ? "a string does not end" : "a string holds a line break or control character");
            }
            at++;
            if (c == '"') {
                return content.toString();
            }
            content.append(c == '\\' ? escaped() : (char) c);
        }
    }

    private char escaped() throws NotJson {
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJson("a string holds a backslash that escapes nothing");
        };
    }

    private char unicode() throws NotJson {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = peek();
            int digit = c > 'f' ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                throw new NotJson("a string holds \\u without four hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void expect(char wanted, String otherwise) throws NotJson {
        if (peek() != wanted) {
            throw new NotJson(otherwise);
        }
        at++;
    }

    private void skipSpace() {
        for (int c = peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = peek()) {
            line += c == '\n' ? 1 : 0;
            at++;
        }
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private void add(String message, String advice) {
        problems.add(new Problem(line, message, advice));
    }

    private static String shown(String key) {
        return "'" + (key.length() > MAX_SHOWN_KEY ? key.substring(0, MAX_SHOWN_KEY) + "..." : key) + "'";
    }
}
