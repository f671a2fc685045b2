package dev.wharf.packaging.check;

/**
 * A word, operator or literal of Python source.
 *
 * @param kind what it is
 * @param text what is written; of literals only short strings without a prefix, with their quotes, else empty
 * @param line the line it begins on, from 1
 */
record PythonToken(Kind kind, String text, int line) {
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
