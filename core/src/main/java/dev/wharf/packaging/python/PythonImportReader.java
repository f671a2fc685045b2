package dev.wharf.packaging.python;

import dev.wharf.packaging.python.PythonModule.Import;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads import statements of a Python module: what they import, and which names they bind. */
final class PythonImportReader {
    private final List<Import> imports = new ArrayList<>();

    /** What was imported so far. */
    List<Import> imports() {
        return List.copyOf(imports);
    }

    /** Reads {@code import a.b as c, d}; returns the names it binds. */
    Set<String> modules(List<PythonToken> statement) {
        Set<String> bound = new HashSet<>();
        int at = 1;
        while (at < statement.size()) {
            int line = statement.get(at).line();
            StringBuilder module = new StringBuilder();
            at = dotted(statement, at, module);
            add(module.toString(), line);
            String name = module.toString().split("\\.", 2)[0];
            if (at + 1 < statement.size() && statement.get(at).is("as")) {
                name = statement.get(at + 1).text();
                at += 2;
            }
            bound.add(name);
            at++;
        }
        return bound;
    }

    /** Reads {@code from a import b as c, d}; returns the names it binds, of which {@code *} stands for all there are. */
    Set<String> names(List<PythonToken> statement) {
        Set<String> names = new HashSet<>();
        StringBuilder module = new StringBuilder();
        int at = dotted(statement, 1, module);
        add(module.toString(), statement.get(0).line());
        boolean tooLong = module.length() > PythonModule.LONGEST_NAME;
        String below = module.isEmpty() || module.charAt(module.length() - 1) == '.' ? module.toString() : module + ".";
        for (at++; at < statement.size(); at++) {
            PythonToken token = statement.get(at);
            if (token.is("*")) {
                names.add("*");
            } else if (token.isName()) {
                boolean renamed =
                        at + 2 < statement.size() && statement.get(at + 1).is("as");
                String bound = statement.get(renamed ? at + 2 : at).text();
                if (!tooLong) {
                    add(below + token.text(), token.line());
                }
                names.add(bound);
                at += renamed ? 2 : 0;
            }
        }
        return names;
    }

    private void add(String module, int line) {
        if (module.length() <= PythonModule.LONGEST_NAME) {
            imports.add(new Import(module, line));
        }
    }

    /** Reads a module's name up to {@code import}, {@code as} or a comma; returns where that stands. */
    private static int dotted(List<PythonToken> statement, int start, StringBuilder module) {
        int at = start;
        while (at < statement.size()) {
            PythonToken token = statement.get(at);
            if (token.is("import") || token.is("as") || token.is(",")) {
                break;
            }
            module.append(token.text());
            at++;
        }
        return at;
    }
}
