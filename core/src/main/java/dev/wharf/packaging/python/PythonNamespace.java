package dev.wharf.packaging.python;

import java.util.List;
import java.util.Set;

/**
 * Tells whether a statement may bind a name of its module without naming it plainly: through the dictionary that holds all of
 * them, or by code that stands in a string.
 */
final class PythonNamespace {
    private static final Set<String> STORES = Set.of("update", "setdefault", "__setitem__", "__ior__");
    private static final Set<String> RUNNERS = Set.of("exec", "run_path", "run_module");
    private static final Set<String> ATTRIBUTES = Set.of("setattr", "__setattr__");

    private final List<PythonToken> statement;

    PythonNamespace(List<PythonToken> statement) {
        this.statement = statement;
    }

    /** Whether it may: it stores something under the name, or under one that is not seen here. */
    boolean mayBind(String name) {
        if (calls(RUNNERS, false) || (calls(ATTRIBUTES, true) && holds(name))) {
            return true;
        }
        if (!usesDictionary()) {
            return false;
        }
        return calls(STORES, true) || calls(ATTRIBUTES, true) || stores(name);
    }

    /** Whether one of the module's dictionaries is used: {@code globals()}, {@code sys.modules}. */
    private boolean usesDictionary() {
        for (int i = 0; i + 2 < statement.size(); i++) {
            boolean called =
                    statement.get(i + 1).is("(") && statement.get(i + 2).is(")");
            String word = statement.get(i).text();
            if ((called && Set.of("globals", "locals", "vars").contains(word))
                    || (word.equals("sys") && statement.get(i + 2).is("modules"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it assigns to an item whose key is the name or no plain text, or to an attribute of the name. */
    private boolean stores(String name) {
        int equal = assignment();
        if (equal < 2) {
            return false;
        }
        PythonToken last = statement.get(equal - 1);
        PythonToken key = statement.get(equal - 2);
        if (statement.get(equal).is("|=")) {
            return true;
        }
        if (last.is("]")) {
            return isLiteral(key, name) || key.kind() != PythonToken.Kind.LITERAL;
        }
        return last.is(name) && key.is(".");
    }

    /** Where it assigns; -1 if it does not. */
    private int assignment() {
        int depth = 0;
        for (int i = 0; i < statement.size(); i++) {
            PythonToken token = statement.get(i);
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0 && (token.is("=") || token.is("|="))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether one of these functions is called; methods that have their names count where asked. */
    private boolean calls(Set<String> names, boolean methodsToo) {
        for (int i = 0; i + 1 < statement.size(); i++) {
            boolean method = i > 0 && statement.get(i - 1).is(".");
            if (names.contains(statement.get(i).text()) && statement.get(i + 1).is("(") && (methodsToo || !method)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(String name) {
        return statement.stream().anyMatch(token -> isLiteral(token, name));
    }

    private static boolean isLiteral(PythonToken token, String name) {
        return token.kind() == PythonToken.Kind.LITERAL && (token.is('"' + name + '"') || token.is('\'' + name + '\''));
    }
}
