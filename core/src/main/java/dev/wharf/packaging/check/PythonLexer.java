package dev.wharf.packaging.check;

import dev.wharf.packaging.check.PythonToken.Kind;
import java.util.ArrayList;
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
    private static final int MOST_TOKENS = 100_000;

    /** Names of modules and files are shorter. */
    private static final int MOST_CONTENT = 300;

    private static final List<String> LONG_OPERATORS = List.of(
            "**=", "//=", ">>=", "<<=", "...", ":=", "==", "!=", "<=", ">=", "->", "+=", "-=", "*=", "/=", "%=", "&=",
            "|=", "^=", "@=", "**", "//", "<<", ">>");
    private static final String OPERATOR_CHARACTERS = "+-*/%@&|^~<>=()[]{},:.;!";

    private final String source;
    private final PythonStrings strings;
    private int at;
    private int line = 1;
    private int depth;
    private int oddLine;

    PythonLexer(String source) {
        this.source = source;
        this.strings = new PythonStrings(source);
    }

    /** The next logical line that holds anything, or null at the end. */
    @Nullable
    PythonLine next() {
        while (at < source.length()) {
            int indent = indentation();
            List<PythonToken> tokens = tokens();
            if (!tokens.isEmpty()) {
                return new PythonLine(indent, tokens);
            }
        }
        return null;
    }

    /** The first line that holds something that is no Python; 0 if there is none so far. */
    int oddLine() {
        return oddLine;
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
        depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (isLineEnd(c)) {
                skipLineEnd();
                if (depth == 0) {
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
        if (depth > 0) {
            odd();
        }
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
            odd();
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
        if ("([{".contains(text)) {
            depth++;
        } else if (")]}".contains(text)) {
            if (depth == 0) {
                odd();
            }
            depth = Math.max(0, depth - 1);
        }
    }

    private void string(List<PythonToken> tokens, String prefix) {
        int start = at;
        at = strings.end(at, prefix);
        tokens.add(new PythonToken(Kind.LITERAL, "", line, content(start, prefix)));
        if (!strings.wasClosed()) {
            odd();
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
        while (at < source.length() && !isLineEnd(source.charAt(at))) {
            at++;
        }
    }

    private void joinLines() {
        at++;
        if (at < source.length() && isLineEnd(source.charAt(at))) {
            skipLineEnd();
        } else {
            odd();
        }
    }

    private void skipLineEnd() {
        at += source.startsWith("\r\n", at) ? 2 : 1;
        line++;
    }

    private void odd() {
        oddLine = oddLine == 0 ? line : oddLine;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Letters beyond ASCII are not told apart from other signs there: connectors that use those fail when they are run. */
    private static boolean isNamePart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c >= 0x80;
    }
}
