package dev.wharf.packaging.check;

import dev.wharf.packaging.check.PythonModule.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the statements of a Python module as far as they bind names at its top level or import. Linear, and
 * without recursion: statements are told by their first words, blocks by their indentation.
 */
final class PythonReader {
    private static final String CONNECTOR = "connector";
    private static final Set<String> BLOCKS =
            Set.of("if", "elif", "else", "while", "for", "try", "except", "finally", "with");

    private final PythonLexer lexer;
    private final List<Import> imports = new ArrayList<>();
    private boolean binds;
    private boolean mayBindUnseen;
    /** The indentation of the function or class at the top level that is being read; -1 outside. */
    private int bodyOf = -1;

    PythonReader(String source) {
        lexer = new PythonLexer(source);
    }

    PythonModule read() {
        for (PythonLine line = lexer.next(); line != null; line = lexer.next()) {
            if (line.indent() <= bodyOf) {
                bodyOf = -1;
            }
            statements(line);
        }
        return new PythonModule(binds, mayBindUnseen, List.copyOf(imports), lexer.oddLine());
    }

    private void statements(PythonLine line) {
        List<PythonToken> tokens = line.tokens();
        boolean topLevel = bodyOf < 0;
        int start = 0;
        while (start < tokens.size()) {
            if (tokens.get(start).is("async")) {
                start++;
                continue;
            }
            PythonToken first = tokens.get(start);
            boolean definition = first.isName() && (first.is("def") || first.is("class"));
            int end = endOf(tokens, start, definition || opensBlock(tokens, start));
            List<PythonToken> statement = tokens.subList(start, end);
            if (definition) {
                bind(topLevel && statement.size() > 1 && statement.get(1).is(CONNECTOR));
                if (topLevel) {
                    bodyOf = line.indent();
                }
                topLevel = false;
            } else {
                statement(statement, topLevel);
            }
            start = end + 1;
        }
    }

    private static boolean opensBlock(List<PythonToken> tokens, int start) {
        PythonToken first = tokens.get(start);
        if (!first.isName()) {
            return false;
        }
        return BLOCKS.contains(first.text()) || (isSoftKeyword(first) && startsPattern(tokens, start + 1));
    }

    private static boolean isSoftKeyword(PythonToken token) {
        return token.is("case") || token.is("match");
    }

    /** Words that are keywords only before a pattern are plain names before an operator. */
    private static boolean startsPattern(List<PythonToken> tokens, int at) {
        if (at >= tokens.size()) {
            return false;
        }
        PythonToken next = tokens.get(at);
        return next.kind() != PythonToken.Kind.OPERATOR
                || Set.of("(", "[", "{", "-", "*").contains(next.text());
    }

    /** Finds the semicolon that ends a statement, or the colon that ends a block's first line. */
    private static int endOf(List<PythonToken> tokens, int start, boolean atColon) {
        int depth = 0;
        int lambdas = 0;
        for (int i = start; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            depth += opening(token) ? 1 : closing(token) ? -1 : 0;
            if (depth > 0) {
                continue;
            }
            if (token.is("lambda")) {
                lambdas++;
            } else if (token.is(";")) {
                return i;
            } else if (token.is(":") && lambdas > 0) {
                lambdas--;
            } else if (token.is(":") && atColon) {
                return i;
            }
        }
        return tokens.size();
    }

    private void statement(List<PythonToken> statement, boolean topLevel) {
        if (statement.isEmpty()) {
            return;
        }
        PythonToken first = statement.get(0);
        switch (first.isName() ? first.text() : "") {
            case "import" -> importModules(statement, topLevel);
            case "from" -> importFrom(statement, topLevel);
            case "global" -> mayBindUnseen |= names(statement, CONNECTOR);
            default -> {
                if (topLevel) {
                    bind(new PythonTargets(statement).bind(CONNECTOR));
                }
            }
        }
    }

    private static boolean names(List<PythonToken> statement, String name) {
        return statement.stream().anyMatch(t -> t.is(name));
    }

    private void importModules(List<PythonToken> statement, boolean topLevel) {
        int at = 1;
        while (at < statement.size()) {
            int line = statement.get(at).line();
            StringBuilder module = new StringBuilder();
            at = dotted(statement, at, module);
            imports.add(new Import(module.toString(), line));
            String bound = module.toString().split("\\.", 2)[0];
            if (at + 1 < statement.size() && statement.get(at).is("as")) {
                bound = statement.get(at + 1).text();
                at += 2;
            }
            bind(topLevel && bound.equals(CONNECTOR));
            at++;
        }
    }

    private void importFrom(List<PythonToken> statement, boolean topLevel) {
        StringBuilder module = new StringBuilder();
        int at = dotted(statement, 1, module);
        imports.add(new Import(module.toString(), statement.get(0).line()));
        String below = module.isEmpty() || module.charAt(module.length() - 1) == '.' ? module.toString() : module + ".";
        for (at++; at < statement.size(); at++) {
            PythonToken token = statement.get(at);
            if (token.is("*")) {
                mayBindUnseen |= topLevel;
            } else if (token.isName()) {
                boolean renamed =
                        at + 2 < statement.size() && statement.get(at + 1).is("as");
                String bound = statement.get(renamed ? at + 2 : at).text();
                imports.add(new Import(below + token.text(), token.line()));
                bind(topLevel && bound.equals(CONNECTOR));
                at += renamed ? 2 : 0;
            }
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

    private void bind(boolean found) {
        binds |= found;
    }

    static boolean opening(PythonToken token) {
        return token.is("(") || token.is("[") || token.is("{");
    }

    static boolean closing(PythonToken token) {
        return token.is(")") || token.is("]") || token.is("}");
    }
}
