package dev.wharf.packaging.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds one array of strings in a TOML file, {@code dependencies} in the table {@code [project]}, and skips everything else as
 * TOML delimits it. Linear, without recursion; inline tables are not looked into.
 */
final class ProjectToml {
    private static final String WANTED = "project.dependencies";

    private final String text;
    private final List<Requirement> requirements = new ArrayList<>();
    private int at;
    private int line = 1;
    private boolean isReadable = true;

    private ProjectToml(String text) {
        this.text = text;
    }

    static ProjectToml read(String text) {
        ProjectToml toml = new ProjectToml(text);
        toml.readAll();
        return toml;
    }

    /** The dependencies, as far as the file could be read. */
    List<Requirement> requirements() {
        return requirements;
    }

    /** Whether the file could be read to its end. */
    boolean isReadable() {
        return isReadable;
    }

    /** The line up to which the file was read. */
    int line() {
        return line;
    }

    private void readAll() {
        String table = "";
        for (skipBlank(true); at < text.length() && isReadable; skipBlank(true)) {
            if (peek() == '[') {
                String name = key(']').replace("[", "");
                table = name.isEmpty() ? "" : name + ".";
                skipChar(']');
                skipChar(']');
            } else {
                String key = table + key('=');
                skipChar('=');
                skipBlank(false);
                value(key.equals(WANTED) && peek() == '[');
            }
        }
    }

    /** Reads a key up to what ends it: quotes and spaces mean nothing in the one that is wanted. */
    private String key(char end) {
        StringBuilder key = new StringBuilder();
        while (peek() != end) {
            int c = peek();
            if (c < 0 || c == '\n') {
                isReadable = false;
                break;
            }
            if (c == '"' || c == '\'') {
                key.append(string());
            } else {
                key.append(c == ' ' || c == '\t' ? "" : Character.toString(c));
                at++;
            }
        }
        return key.toString();
    }

    private void value(boolean wanted) {
        int depth = 0;
        while (at < text.length()) {
            int c = peek();
            if (c == '"' || c == '\'') {
                int start = line;
                String content = string();
                if (wanted && depth == 1) {
                    requirements.add(Requirement.of(content.strip(), start));
                }
                continue;
            }
            if (c == '#') {
                skipComment();
                continue;
            }
            if (c == '\n' && depth == 0) {
                return;
            }
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            advance();
        }
        isReadable &= depth == 0;
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
        while (at < text.length() && peek() != '\n') {
            at++;
        }
    }

    private void skipChar(char wanted) {
        at += peek() == wanted ? 1 : 0;
    }

    private void advance() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }
}
