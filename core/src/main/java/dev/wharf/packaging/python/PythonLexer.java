package dev.wharf.packaging.python;

import dev.wharf.packaging.python.PythonToken.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts Python source into logical lines of tokens, in one pass. Never fails: what is no Python is skipped and its line
 * remembered.
 */
final class PythonLexer {
    private static final int TAB = 8;
    /** More in one logical line are not kept: it is a table of data, or made to fill the memory. */
    static final int MOST_TOKENS = 100_000;
    /** Only a short string may be a name that somebody binds. */
    private static final int LONGEST_KEPT = 32;

    /** Names of modules and files are shorter. */
    private static final int MOST_CONTENT = 300;

    private static final List<String> LONG_OPERATORS = List.of(
            "**=", "//=", ">>=", "<<=", "...", ":=", "==", "!=", "<=", ">=", "->", "+=", "-=", "*=", "/=", "%=", "&=",
            "|=", "^=", "@=", "**", "//", "<<", ">>");
    private static final String OPERATOR_CHARACTERS = "+-*/%@&|^~<>=()[]{},:.;!";

    private final String source;
    private final PythonStrings strings;
    private final PythonBrackets brackets = new PythonBrackets();
    private final BitSet comments = new BitSet();
    private int at;
    private int line = 1;
    private @Nullable PythonMistake mistake;

    PythonLexer(String source) {
        this.source = source;
        this.strings = new PythonStrings(source);
    }

    /** The next logical line that holds anything, or null at the end. */
    @Nullable
    PythonLine next() {
        while (at < source.length()) {
            int indent = indentation();
            while (indent == 0 && source.startsWith("\\", at) && joinsLines()) {
                joinLines();
                indent = indentation();
            }
            List<PythonToken> tokens = tokens();
            if (!tokens.isEmpty()) {
                return new PythonLine(indent, tokens);
            }
        }
        return null;
    }

    /** The first thing that is no Python; null if there is none so far. */
    @Nullable
    PythonMistake mistake() {
        return mistake;
    }

    /** Where in the source, as far as it was read, comments stand. */
    BitSet comments() {
        return comments;
    }

    private int indentation() {
        int column = 0;
        for (; at < source.length(); at++) {
            switch (source.charAt(at)) {
                case ' ' -> column++;
                case '\t' -> column = (column / TAB + 1) * TAB;
                case '\f' -> column = 0;
                default -> {
                    return column;
                }
            }
        }
        return column;
    }

    private List<PythonToken> tokens() {
        List<PythonToken> tokens = new ArrayList<>();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (isLineEnd(c)) {
                skipLineEnd();
                if (brackets.areClosed()) {
                    return tokens;
                }
            } else if (c == ' ' || c == '\t' || c == '\f') {
                at++;
            } else if (c == '#') {
                skipComment();
            } else if (c == '\\') {
                joinLines();
            } else {
                token(tokens, c);
                if (tokens.size() > MOST_TOKENS) {
                    tokens.remove(MOST_TOKENS);
                }
            }
        }
        mistaken(brackets.end());
        return tokens;
    }

    private void token(List<PythonToken> tokens, char c) {
        if (PythonStrings.isQuote(c)) {
            string(tokens, "");
        } else if (isDigit(c) || (c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
            tokens.add(new PythonToken(Kind.LITERAL, "", line));
            skipWord(true);
        } else if (isNamePart(c)) {
            int start = at;
            skipWord(false);
            String word = source.substring(start, at);
            if (at < source.length() && PythonStrings.isQuote(source.charAt(at)) && PythonStrings.isPrefix(word)) {
                string(tokens, word);
            } else {
                tokens.add(new PythonToken(Kind.NAME, word, line));
            }
        } else if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            operator(tokens);
        } else {
            mistaken(PythonMistake.certain(line, PythonCharacters.strange(c)));
            at++;
        }
    }

    private void operator(List<PythonToken> tokens) {
        String text = source.substring(at, at + 1);
        for (String candidate : LONG_OPERATORS) {
            if (source.startsWith(candidate, at)) {
                text = candidate;
                break;
            }
        }
        at += text.length();
        tokens.add(new PythonToken(Kind.OPERATOR, text, line));
        mistaken(brackets.take(text, line));
    }

    private void string(List<PythonToken> tokens, String prefix) {
        int start = at;
        int begun = line;
        at = strings.end(at, prefix);
        boolean isShort = prefix.isEmpty() && at - start <= LONGEST_KEPT;
        tokens.add(new PythonToken(
                Kind.LITERAL, isShort ? source.substring(start, at) : "", begun, content(start, prefix)));
        if (!strings.wasClosed()) {
            // What a formatted string may hold differs between versions of Python.
            mistaken(new PythonMistake(begun, "A string is not closed.", !PythonStrings.isFormatted(prefix)));
        }
        for (int i = start; i < at; i++) {
            char c = source.charAt(i);
            line += c == '\n' || (c == '\r' && !source.startsWith("\n", i + 1)) ? 1 : 0;
        }
    }

    /** What a short string on one line holds; what a formatted one does is not known. */
    private @Nullable String content(int start, String prefix) {
        boolean tripled = source.startsWith(source.substring(start, start + 1).repeat(3), start);
        boolean plain = strings.wasClosed()
                && !tripled
                && prefix.toLowerCase(Locale.ROOT).matches("[ru]?");
        return plain && at - start <= MOST_CONTENT ? source.substring(start + 1, at - 1) : null;
    }

    private void skipWord(boolean number) {
        while (at < source.length() && (isNamePart(source.charAt(at)) || (number && source.charAt(at) == '.'))) {
            at++;
        }
    }

    private void skipComment() {
        int start = at;
        while (at < source.length() && !isLineEnd(source.charAt(at))) {
            at++;
        }
        comments.set(start, at);
    }

    private boolean joinsLines() {
        return at + 1 < source.length() && isLineEnd(source.charAt(at + 1));
    }

    private void joinLines() {
        boolean joins = joinsLines();
        int begun = line;
        at++;
        if (joins) {
            skipLineEnd();
        }
        if (!joins || at == source.length()) {
            mistaken(PythonMistake.certain(
                    begun, "A backslash must be the last character of its line, and a line must follow."));
        }
    }

    private void skipLineEnd() {
        at += source.startsWith("\r\n", at) ? 2 : 1;
        line++;
    }

    private void mistaken(@Nullable PythonMistake found) {
        mistake = mistake == null ? found : mistake;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return c == '_'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || isDigit(c)
                || (c >= 0x80 && PythonCharacters.mayBeInName(c));
    }
}
