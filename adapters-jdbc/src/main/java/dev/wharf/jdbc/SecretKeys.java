package dev.wharf.jdbc;

import java.util.ArrayList;
import java.util.List;

/** A list of texts, such as the keys of a connection's configuration, as one: each ends with a line feed, which is escaped within. */
final class SecretKeys {
    private SecretKeys() {}

    static String toText(List<String> keys) {
        StringBuilder text = new StringBuilder();
        for (String key : keys) {
            text.append(escape(key)).append('\n');
        }
        return text.toString();
    }

    static List<String> fromText(String text) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                keys.add(key.toString());
                key.setLength(0);
            } else if (c == '\\') {
                i++;
                key.append(unescaped(text.charAt(i)));
            } else {
                key.append(c);
            }
        }
        return keys;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case '0' -> '\0';
            default -> c;
        };
    }

    /** One text on one line, without the NUL that PostgreSQL does not keep. */
    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\0", "\\0");
    }

    static String unescape(String line) {
        return fromText(line + "\n").get(0);
    }
}
