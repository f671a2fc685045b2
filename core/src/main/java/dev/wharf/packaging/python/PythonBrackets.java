package dev.wharf.packaging.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The brackets that are open in a logical line of Python: each must be closed by its own kind. */
final class PythonBrackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /** Python itself opens no more at once. */
    private static final int MOST_OPEN = 200;

    private final Deque<Open> open = new ArrayDeque<>();
    /** How many more are open than are kept. */
    private int beyond;

    private record Open(char bracket, int line) {}

    boolean areClosed() {
        return open.isEmpty();
    }

    /** Takes an operator; returns what is wrong with it, if it is a bracket that closes no other, else null. */
    @Nullable
    PythonMistake take(String operator, int line) {
        char c = operator.charAt(0);
        if (OPENING.indexOf(c) >= 0 && open.size() == MOST_OPEN) {
            return beyond++ > 0 ? null : tooMany(line);
        }
        if (OPENING.indexOf(c) >= 0) {
            open.push(new Open(c, line));
            return null;
        }
        int kind = CLOSING.indexOf(c);
        if (kind < 0) {
            return null;
        }
        if (beyond > 0) {
            beyond--;
            return null;
        }
        Open opened = open.poll();
        if (opened == null) {
            return PythonMistake.certain(line, "The bracket '" + c + "' closes nothing.");
        }
        return OPENING.charAt(kind) == opened.bracket()
                ? null
                : PythonMistake.certain(
                        line,
                        "The bracket '" + c + "' does not close '" + opened.bracket() + "' of line " + opened.line()
                                + ".");
    }

    private static PythonMistake tooMany(int line) {
        return PythonMistake.certain(
                line,
                "More than " + MOST_OPEN + " brackets are open. Python fails with 'too many nested parentheses'.");
    }

    /** Ends the logical line; returns the innermost bracket that is still open, if there is one, else null. */
    @Nullable
    PythonMistake end() {
        Open last = open.peek();
        open.clear();
        beyond = 0;
        return last == null
                ? null
                : PythonMistake.certain(last.line(), "The bracket '" + last.bracket() + "' is never closed.");
    }
}
