package dev.wharf.packaging.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Which names a statement of Python binds: what it assigns to, loops over, opens or matches. */
final class PythonTargets {
    private final List<PythonToken> statement;

    PythonTargets(List<PythonToken> statement) {
        this.statement = statement;
    }

    boolean bind(String name) {
        return walrus(name)
                || switch (statement.get(0).text()) {
                    case "for" -> isTarget(statement.subList(1, firstAtTop("in", 1)), name);
                    case "with" -> opened(name);
                    case "case" -> matched(name) || assigned(name);
                    default -> assigned(name);
                };
    }

    private boolean walrus(String name) {
        for (int i = 0; i + 1 < statement.size(); i++) {
            if (statement.get(i).is(name) && statement.get(i + 1).is(":=")) {
                return true;
            }
        }
        return false;
    }

    private boolean assigned(String name) {
        int end = firstAtTop("lambda", 0);
        int start = 0;
        for (int at = firstAtTop("=", 0); at < end; at = firstAtTop("=", start)) {
            List<PythonToken> target = statement.subList(start, at);
            int annotation = new PythonTargets(target).firstAtTop(":", 0);
            if (isTarget(target.subList(0, annotation), name)) {
                return true;
            }
            start = at + 1;
        }
        return false;
    }

    private boolean opened(String name) {
        for (int i = 1; i < statement.size(); i++) {
            if (statement.get(i).is("as")) {
                int start = i + 1;
                int depth = 0;
                for (i = start; i < statement.size(); i++) {
                    PythonToken token = statement.get(i);
                    depth += token.opens() ? 1 : token.closes() ? -1 : 0;
                    if (depth < 0 || (depth == 0 && token.is(","))) {
                        break;
                    }
                }
                if (isTarget(statement.subList(start, i), name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean matched(String name) {
        for (int i = 1; i < statement.size(); i++) {
            boolean follows = i + 1 < statement.size()
                    && (statement.get(i + 1).is(".")
                            || statement.get(i + 1).is("(")
                            || statement.get(i + 1).is("="));
            if (statement.get(i).is(name) && !follows && !statement.get(i - 1).is(".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is stored to in a target: not where it only leads to an attribute or item that is. */
    static boolean isTarget(List<PythonToken> target, String name) {
        Deque<Boolean> brackets = new ArrayDeque<>();
        int reading = 0;
        for (int i = 0; i < target.size(); i++) {
            PythonToken token = target.get(i);
            PythonToken before = i == 0 ? token : target.get(i - 1);
            if (token.opens()) {
                boolean reads = i > 0 && (before.kind() != PythonToken.Kind.OPERATOR || before.closes());
                brackets.push(reads);
                reading += reads ? 1 : 0;
            } else if (token.closes()) {
                reading -= Boolean.TRUE.equals(brackets.poll()) ? 1 : 0;
            } else if (token.is(name) && reading == 0 && !(i > 0 && before.is(".")) && !leadsOn(target, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsOn(List<PythonToken> target, int at) {
        return at < target.size()
                && (target.get(at).is(".")
                        || target.get(at).is("(")
                        || target.get(at).is("["));
    }

    /** Finds a word or operator outside of brackets; the statement's end if there is none. */
    private int firstAtTop(String wanted, int from) {
        int depth = 0;
        for (int i = from; i < statement.size(); i++) {
            PythonToken token = statement.get(i);
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth <= 0 && token.is(wanted)) {
                return i;
            }
        }
        return statement.size();
    }
}
