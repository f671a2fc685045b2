package dev.wharf.packaging.python;

import org.jspecify.annotations.Nullable;

/**
 * A word, operator or literal of Python source.
 *
 * @param kind what it is
 * @param text what is written; of literals only short strings without a prefix, with their quotes, else empty
 * @param line the line it begins on, from 1
 * @param content what a plain string holds, as written; null for everything else, and for what is long
 */
public record PythonToken(Kind kind, String text, int line, @Nullable String content) {
    PythonToken(Kind kind, String text, int line) {
        this(kind, text, line, null);
    }

    /** What a token is. */
    public enum Kind {
        /** An identifier or a keyword. */
        NAME,
        /** An operator, bracket or separator. */
        OPERATOR,
        /** A string or a number, whatever is in it. */
        LITERAL
    }

    /**
     * Whether it is a certain word, operator or bracket.
     *
     * @param wanted what is to be written there
     * @return whether exactly that is
     */
    public boolean is(String wanted) {
        return text.equals(wanted);
    }

    /**
     * Whether it is an identifier or a keyword.
     *
     * @return whether it is
     */
    public boolean isName() {
        return kind == Kind.NAME;
    }

    /** Whether it is an opening bracket. */
    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    /** Whether it is a closing bracket. */
    boolean closes() {
        return is(")") || is("]") || is("}");
    }
}
