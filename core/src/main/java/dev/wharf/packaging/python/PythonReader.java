package dev.wharf.packaging.python;

import java.util.List;
import java.util.Set;

/**
 * Reads the statements of a Python module as far as they bind names at its top level or import. Linear, and
 * without recursion: statements are told by their first words, blocks by their indentation.
 */
final class PythonReader {
    private static final String CONNECTOR = "connector";

    private final PythonLexer lexer;
    private final PythonSyntax syntax = new PythonSyntax();
    private final PythonImportReader imports = new PythonImportReader();
    private boolean binds;
    private boolean mayBindUnseen;
    private int deletedLine;
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
            if (lexer.mistake() == null) {
                syntax.look(line);
            }
        }
        PythonMistake mistake = syntax.first(lexer.mistake());
        return new PythonModule(binds, mayBindUnseen, deletedLine, imports.imports(), mistake);
    }

    private void statements(PythonLine line) {
        List<PythonToken> tokens = line.tokens();
        boolean topLevel = bodyOf < 0;
        boolean always = line.indent() == 0;
        int start = 0;
        while (start < tokens.size()) {
            PythonToken first = tokens.get(start);
            if (first.is("async")) {
                start++;
                continue;
            }
            int end = PythonStatement.end(tokens, start);
            List<PythonToken> statement = tokens.subList(start, end);
            if (PythonStatement.isDefinition(first)) {
                bind(topLevel && statement.size() > 1 && statement.get(1).is(CONNECTOR));
                if (topLevel) {
                    bodyOf = line.indent();
                }
                topLevel = false;
            } else {
                statement(statement, topLevel, always);
            }
            always &= !PythonStatement.isBlock(first);
            start = end + 1;
        }
    }

    /** Reads a statement, of the top level or not, that is always run or only if some condition is met. */
    private void statement(List<PythonToken> statement, boolean topLevel, boolean always) {
        if (statement.isEmpty()) {
            return;
        }
        PythonToken first = statement.get(0);
        switch (first.isName() ? first.text() : "") {
            case "import" -> bind(topLevel && imports.modules(statement).contains(CONNECTOR));
            case "from" -> importFrom(statement, topLevel);
            case "global" -> mayBindUnseen |= names(statement, CONNECTOR);
            case "del" -> delete(statement, topLevel && always);
            default -> {
                mayBindUnseen |= new PythonNamespace(statement).mayBind(CONNECTOR);
                if (topLevel) {
                    bind(new PythonTargets(statement).bind(CONNECTOR));
                }
            }
        }
    }

    private static boolean names(List<PythonToken> statement, String name) {
        return statement.stream().anyMatch(t -> t.is(name));
    }

    private void importFrom(List<PythonToken> statement, boolean topLevel) {
        Set<String> names = imports.names(statement);
        mayBindUnseen |= topLevel && names.contains("*");
        bind(topLevel && names.contains(CONNECTOR));
    }

    private void delete(List<PythonToken> statement, boolean certainly) {
        if (certainly && PythonTargets.isTarget(statement.subList(1, statement.size()), CONNECTOR)) {
            binds = false;
            deletedLine = statement.get(0).line();
        }
    }

    private void bind(boolean found) {
        binds |= found;
        deletedLine = found ? 0 : deletedLine;
    }
}
