package dev.wharf.packaging.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Python module needs when it is run: the modules that it imports, and the lines that may name files. Read, not run;
 * linear, and without recursion.
 *
 * @param imports the imports
 * @param lines the lines that hold a string or speak of Python's search path
 * @param changesPath whether the module changes where Python looks for modules
 */
public record PythonUses(List<Import> imports, List<Line> lines, boolean changesPath) {
    private static final Set<String> BLOCKS =
            Set.of("if", "elif", "else", "while", "for", "try", "except", "finally", "with", "def", "class");
    private static final Set<String> LATER = Set.of("elif", "else", "except", "finally");
    private static final int DEEPEST = 200;

    /**
     * An import.
     *
     * @param module the module's name, with its leading dots if it is relative
     * @param names what is imported from it, which may be modules too
     * @param line the line it stands on
     * @param block the block it stands in
     */
    public record Import(String module, List<String> names, int line, PythonBlock block) {}

    /**
     * A logical line.
     *
     * @param tokens what is in it
     * @param block the block it stands in
     */
    public record Line(List<PythonToken> tokens, PythonBlock block) {
        /**
         * Whether some of the words stand in it, outside of strings.
         *
         * @param words identifiers
         * @return whether one does
         */
        public boolean names(Set<String> words) {
            return tokens.stream().anyMatch(t -> t.isName() && words.contains(t.text()));
        }

        /**
         * Whether it changes where Python looks for modules, as far as that can be told.
         *
         * @return whether it speaks of {@code sys.path} or the like
         */
        public boolean changesPath() {
            for (int i = 2; i < tokens.size(); i++) {
                if (tokens.get(i).is("path")
                        && tokens.get(i - 1).is(".")
                        && tokens.get(i - 2).is("sys")) {
                    return true;
                }
            }
            return names(Set.of("addsitedir", "__path__"));
        }
    }

    /**
     * Reads a module. Never fails: what is no Python is skipped.
     *
     * @param source its source
     * @return what it needs
     */
    public static PythonUses read(String source) {
        PythonLexer lexer = new PythonLexer(source);
        List<Import> imports = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        PythonBlock block = PythonBlock.MODULE;
        for (PythonLine line = lexer.next(); line != null; line = lexer.next()) {
            PythonBlock before = block.before(line.indent());
            block = block.around(line.indent());
            List<PythonToken> rest = withoutAsync(line.tokens());
            if (!rest.isEmpty()
                    && rest.get(0).isName()
                    && BLOCKS.contains(rest.get(0).text())
                    && block.depth() < DEEPEST) {
                int colon = colon(rest);
                boolean later = LATER.contains(rest.get(0).text());
                block = block.begin(line.indent(), rest.subList(0, colon), later ? before : null);
                add(lines, new Line(rest.subList(0, colon), block));
                rest = rest.subList(Math.min(colon + 1, rest.size()), rest.size());
            }
            for (List<PythonToken> statement : statements(rest)) {
                addImports(statement, block, imports);
                add(lines, new Line(statement, block));
            }
        }
        return new PythonUses(imports, lines, lines.stream().anyMatch(Line::changesPath));
    }

    private static void add(List<Line> lines, Line line) {
        if (line.tokens().stream().anyMatch(t -> t.content() != null)
                || line.changesPath()
                || line.names(Set.of("open"))) {
            lines.add(line);
        }
    }

    private static List<PythonToken> withoutAsync(List<PythonToken> tokens) {
        return tokens.size() > 1 && tokens.get(0).is("async") ? tokens.subList(1, tokens.size()) : tokens;
    }

    /** Where a block's first line ends; the line's end if it has no colon. */
    private static int colon(List<PythonToken> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
            if (depth == 0 && tokens.get(i).is(":")) {
                return i;
            }
        }
        return tokens.size();
    }

    private static List<List<PythonToken>> statements(List<PythonToken> tokens) {
        List<List<PythonToken>> statements = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).is(";")) {
                if (i > start) {
                    statements.add(tokens.subList(start, i));
                }
                start = i + 1;
            }
        }
        return statements;
    }

    private static void addImports(List<PythonToken> statement, PythonBlock block, List<Import> imports) {
        PythonToken first = statement.get(0);
        if (!first.isName() || statement.size() < 2) {
            return;
        }
        Deque<PythonToken> left = new ArrayDeque<>(statement.subList(1, statement.size()));
        if (first.is("import")) {
            while (!left.isEmpty()) {
                String module = dotted(left);
                if (isName(module)) {
                    imports.add(new Import(module, List.of(), first.line(), block));
                }
                skipTo(left, ",");
            }
        } else if (first.is("from")) {
            String module = dotted(left);
            PythonToken word = left.poll();
            if (word != null && word.is("import") && isName(module)) {
                imports.add(new Import(module, names(left), first.line(), block));
            }
        }
    }

    private static List<String> names(Deque<PythonToken> left) {
        List<String> names = new ArrayList<>();
        while (!left.isEmpty()) {
            PythonToken token = left.peek();
            if (token.isName()) {
                if (isName(token.text())) {
                    names.add(token.text());
                }
                skipTo(left, ",");
            } else {
                left.poll();
            }
        }
        return names;
    }

    private static String dotted(Deque<PythonToken> left) {
        StringBuilder name = new StringBuilder();
        for (PythonToken token = left.peek(); isOfName(token); token = left.peek()) {
            name.append(left.remove().text());
        }
        return name.toString();
    }

    private static boolean isName(String module) {
        return !module.isEmpty() && module.length() <= PythonModule.LONGEST_NAME;
    }

    private static boolean isOfName(@Nullable PythonToken token) {
        return token != null
                && (token.is(".") || token.is("...") || (token.isName() && !token.is("import") && !token.is("as")));
    }

    private static void skipTo(Deque<PythonToken> left, String end) {
        for (PythonToken token = left.poll(); token != null && !token.is(end); token = left.poll()) {
            // What is renamed has a new name that nobody needs here.
        }
    }
}
