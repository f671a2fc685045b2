package dev.wharf.packaging.check;

import org.jspecify.annotations.Nullable;

/**
 * A word, operator or literal of Python source.
 *
 * @param kind what it is
 * @param text what is written; of literals only short strings without a prefix, with their quotes, else empty
 * @param line the line it begins on, from 1
 * @param content what a plain string holds, as written; null for everything else, and for what is long
 */
record PythonToken(Kind kind, String text, int line, @Nullable String content) {
    PythonToken(Kind kind, String text, int line) {
        this(kind, text, line, null);
    }

    enum Kind {
        /** An identifier or a keyword. */
        NAME,
        /** An operator, bracket or separator. */
        OPERATOR,
        /** A string or a number, whatever is in it. */
        LITERAL
    }

    /** Whether it is a certain word, operator or bracket. */
    boolean is(String wanted) {
        return text.equals(wanted);
    }

    boolean isName() {
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
