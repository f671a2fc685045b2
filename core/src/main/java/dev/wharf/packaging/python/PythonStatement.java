package dev.wharf.packaging.python;

import java.util.List;
import java.util.Set;

/** Where the statements of a logical line of Python begin and end. */
final class PythonStatement {
    private static final Set<String> DEFINITIONS = Set.of("def", "class");
    private static final Set<String> BLOCKS =
            Set.of("if", "elif", "else", "while", "for", "try", "except", "finally", "with");

    private PythonStatement() {}

    /** Whether a word begins a function or class. */
    static boolean isDefinition(PythonToken first) {
        return first.isName() && DEFINITIONS.contains(first.text());
    }

    /** Whether a word begins a block, whatever follows it. */
    static boolean isBlock(PythonToken first) {
        return isDefinition(first) || (first.isName() && BLOCKS.contains(first.text()));
    }

    /** Finds where the statement ends that begins at a position. */
    static int end(List<PythonToken> tokens, int start) {
        return end(tokens, start, opensBlock(tokens, start));
    }

    private static boolean opensBlock(List<PythonToken> tokens, int start) {
        PythonToken first = tokens.get(start);
        return isBlock(first) || (isSoftKeyword(first) && startsPattern(tokens, start + 1));
    }

    private static boolean isSoftKeyword(PythonToken token) {
        return token.isName() && (token.is("case") || token.is("match"));
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
    private static int end(List<PythonToken> tokens, int start, boolean atColon) {
        int depth = 0;
        int lambdas = 0;
        for (int i = start; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
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
}
