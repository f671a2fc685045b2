package dev.wharf.packaging.selection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for one part of a path, between two slashes: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]}, {@code \x}.
 * Matching takes time proportional to pattern times name, whatever the pattern.
 */
final class SegmentGlob {
    /** One character's worth of pattern; any run of characters is {@link #STAR}. */
    private interface Token {
        boolean accepts(int codePoint);
    }

    private static final Token STAR = codePoint -> true;
    private static final Token ANY = codePoint -> true;

    private final List<Token> tokens;

    private SegmentGlob(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /**
     * Reads a pattern.
     *
     * @return the glob, or null if a class is opened and never closed: then the whole pattern says nothing
     * @throws IllegalArgumentException if it ends in the middle of an escape, or a range runs backwards
     */
    static @Nullable SegmentGlob parse(String text) {
        int[] pattern = text.codePoints().toArray();
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < pattern.length) {
            int c = pattern[at++];
            if (c == '\\') {
                if (at == pattern.length) {
                    throw new IllegalArgumentException("it ends with a backslash that escapes nothing");
                }
                tokens.add(literal(pattern[at++]));
            } else if (c == '*') {
                tokens.add(STAR);
            } else if (c == '?') {
                tokens.add(ANY);
            } else if (c == '[') {
                int close = closing(pattern, at);
                if (close < 0) {
                    return null;
                }
                tokens.add(characterClass(pattern, at, close));
                at = close + 1;
            } else {
                tokens.add(literal(c));
            }
        }
        return new SegmentGlob(tokens);
    }

    boolean matches(String segment) {
        int[] name = segment.codePoints().toArray();
        int at = 0;
        int token = 0;
        int starToken = -1;
        int starAt = 0;
        while (at < name.length) {
            if (token < tokens.size() && tokens.get(token) == STAR) {
                starToken = token++;
                starAt = at;
            } else if (token < tokens.size() && tokens.get(token).accepts(name[at])) {
                token++;
                at++;
            } else if (starToken >= 0) {
                token = starToken + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (token < tokens.size() && tokens.get(token) == STAR) {
            token++;
        }
        return token == tokens.size();
    }

    private static Token literal(int wanted) {
        return codePoint -> codePoint == wanted;
    }

    /** Finds the bracket that closes a class whose content begins at a position; a leading one is content. */
    private static int closing(int[] pattern, int start) {
        int at = start;
        if (at < pattern.length && (pattern[at] == '!' || pattern[at] == '^')) {
            at++;
        }
        if (at < pattern.length && pattern[at] == ']') {
            at++;
        }
        while (at < pattern.length && pattern[at] != ']') {
            at++;
        }
        return at < pattern.length ? at : -1;
    }

    private static Token characterClass(int[] pattern, int start, int end) {
        boolean negated = pattern[start] == '!' || pattern[start] == '^';
        int at = negated ? start + 1 : start;
        List<Token> members = new ArrayList<>();
        while (at < end) {
            int from = pattern[at];
            if (at + 2 < end && pattern[at + 1] == '-') {
                int to = pattern[at + 2];
                if (to < from) {
                    throw new IllegalArgumentException(
                            "the range " + Character.toString(from) + "-" + Character.toString(to) + " runs backwards");
                }
                members.add(codePoint -> codePoint >= from && codePoint <= to);
                at += 3;
            } else {
                members.add(literal(from));
                at++;
            }
        }
        return codePoint -> members.stream().anyMatch(m -> m.accepts(codePoint)) != negated;
    }
}
