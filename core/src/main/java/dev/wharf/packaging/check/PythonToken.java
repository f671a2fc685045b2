package dev.wharf.packaging.check;

/**
 * A word, operator or literal of Python source.
 *
 * @param kind what it is
 * @param text what is written; empty for a literal
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
}
