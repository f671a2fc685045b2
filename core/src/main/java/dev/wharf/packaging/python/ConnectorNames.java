package dev.wharf.packaging.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the names of a Python module come from that may stand for the vendor's class, and how such classes are made. */
final class ConnectorNames {
    private static final String INIT = "__init__";

    private final String path;
    private final Map<String, Origin> origins = new HashMap<>();
    private final List<Body> bodies = new ArrayList<>();

    /** Where a name comes from. */
    sealed interface Origin {
        /** Another module, or something in it; the name is empty for the module itself. */
        record Imported(String module, String name) implements Origin {}

        /** Another name, which may lead through modules. */
        record Renamed(String name) implements Origin {}

        /** A class of this module, with its bases. */
        record Derived(List<String> bases, Taken taken) implements Origin {}
    }

    /** What the calls of a class that has a way of its own to be made hand on to the vendor's. */
    enum Taken {
        ALL,
        KEYWORDS
    }

    /** A class that is being read. */
    private record Body(int indent, String name) {}

    private ConnectorNames(String path) {
        this.path = path;
    }

    static Map<String, Origin> read(String source, String path) {
        ConnectorNames names = new ConnectorNames(path);
        PythonLexer lexer = new PythonLexer(source);
        for (PythonLine line = lexer.next(); line != null; line = lexer.next()) {
            names.line(line);
        }
        return names.origins;
    }

    private void line(PythonLine line) {
        bodies.removeIf(body -> body.indent() >= line.indent());
        int start = 0;
        int depth = 0;
        List<PythonToken> tokens = line.tokens();
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size()
                    || (depth == 0 && (tokens.get(i).is(";") || tokens.get(i).is(":")))) {
                if (i > start) {
                    statement(tokens.subList(start, i), line.indent());
                }
                start = i + 1;
            } else {
                depth += PythonCall.depth(tokens.get(i));
            }
        }
    }

    private void statement(List<PythonToken> statement, int indent) {
        PythonToken first = statement.get(0);
        if (first.is("import")) {
            modules(statement);
        } else if (first.is("from")) {
            imported(statement);
        } else if (first.is("class") && statement.size() > 1) {
            String name = statement.get(1).text();
            origins.putIfAbsent(name, new Origin.Derived(bases(statement), Taken.ALL));
            bodies.add(new Body(indent, name));
        } else if (first.is("def") && statement.size() > 1 && statement.get(1).is(INIT) && !bodies.isEmpty()) {
            madeInOwnWay(bodies.get(bodies.size() - 1).name(), statement);
        } else if (first.isName() && statement.size() > 2 && statement.get(1).is("=")) {
            String renamed = PythonCall.dotted(statement, 2, statement.size());
            if (!renamed.isEmpty() && !renamed.equals(first.text())) {
                origins.putIfAbsent(first.text(), new Origin.Renamed(renamed));
            }
        }
    }

    /** What takes any arguments hands them on, as far as can be seen here. */
    private void madeInOwnWay(String name, List<PythonToken> signature) {
        boolean takesAny = false;
        for (int i = 0; i + 1 < signature.size(); i++) {
            takesAny |= signature.get(i).is("*") && signature.get(i + 1).isName();
        }
        if (!takesAny && origins.get(name) instanceof Origin.Derived derived) {
            origins.put(name, new Origin.Derived(derived.bases(), Taken.KEYWORDS));
        }
    }

    private void modules(List<PythonToken> statement) {
        int start = 1;
        for (int i = 1; i <= statement.size(); i++) {
            if (i == statement.size() || statement.get(i).is(",")) {
                int as = indexOf(statement, "as", start, i);
                String module = PythonCall.dotted(statement, start, as);
                String root = module.split("\\.", 2)[0];
                boolean renamed = as + 1 < i;
                origins.putIfAbsent(
                        renamed ? statement.get(as + 1).text() : root,
                        new Origin.Imported(renamed ? module : root, ""));
                start = i + 1;
            }
        }
    }

    private void imported(List<PythonToken> statement) {
        int from = indexOf(statement, "import", 1, statement.size());
        StringBuilder written = new StringBuilder();
        statement.subList(1, from).forEach(token -> written.append(token.text()));
        String module = ModuleName.absolute(written.toString(), path);
        for (int i = from + 1; i < statement.size(); i++) {
            PythonToken token = statement.get(i);
            if (token.isName()) {
                boolean renamed =
                        i + 2 < statement.size() && statement.get(i + 1).is("as");
                origins.putIfAbsent(
                        statement.get(renamed ? i + 2 : i).text(), new Origin.Imported(module, token.text()));
                i += renamed ? 2 : 0;
            }
        }
    }

    private static List<String> bases(List<PythonToken> statement) {
        List<String> bases = new ArrayList<>();
        int start = 3;
        int depth = 0;
        for (int i = 2; i < statement.size(); i++) {
            depth += PythonCall.depth(statement.get(i));
            if ((depth == 1 && statement.get(i).is(",")) || depth == 0) {
                String base = PythonCall.dotted(statement, start, i);
                if (!base.isEmpty()) {
                    bases.add(base);
                }
                start = i + 1;
            }
        }
        return bases;
    }

    private static int indexOf(List<PythonToken> tokens, String word, int start, int end) {
        for (int i = start; i < end; i++) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return end;
    }
}
