package dev.wharf.packaging.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first plain mistake in lines of Python source: in their indentation, a colon that is missing, two words side by side.
 * Knows no grammar beyond that, so that it says nothing wrong of what newer versions allow.
 */
final class PythonSyntax {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");
    /** Keywords in some places, names in others; and some that are only planned. */
    private static final Set<String> SOFT_KEYWORDS = Set.of("match", "case", "type", "_", "lazy");

    private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
    private boolean expectsBlock;
    private int begunOn;
    private @Nullable PythonMistake mistake;

    /** The mistake that comes first in the source: this one's, or another's. */
    @Nullable
    PythonMistake first(@Nullable PythonMistake other) {
        PythonMistake own = mistake;
        return own == null || (other != null && other.line() <= own.line()) ? other : own;
    }

    void look(PythonLine line) {
        if (mistake != null) {
            return;
        }
        List<PythonToken> tokens = line.tokens();
        int number = tokens.get(0).line();
        indentation(line.indent(), number);
        PythonToken last = tokens.get(tokens.size() - 1);
        expectsBlock = last.is(":");
        begunOn = number;
        if (tokens.size() < PythonLexer.MOST_TOKENS) {
            colon(tokens, number);
            neighbours(tokens);
        }
    }

    private void indentation(int indent, int line) {
        if (expectsBlock) {
            if (indent <= indents.getFirst()) {
                found(line, "An indented block is missing after line " + begunOn + ".");
            }
            indents.push(indent);
        } else if (indent > indents.getFirst()) {
            found(line, "It is indented, but no line before it begins a block.");
        } else {
            while (indents.getFirst() > indent) {
                indents.pop();
            }
            if (indents.getFirst() != indent) {
                found(line, "Its indentation matches no line before it.");
            }
        }
    }

    private void colon(List<PythonToken> tokens, int line) {
        int start = tokens.get(0).is("async") && tokens.size() > 1 ? 1 : 0;
        PythonToken first = tokens.get(start);
        if (PythonStatement.isBlock(first)) {
            int end = PythonStatement.end(tokens, start);
            if (end == tokens.size() || !tokens.get(end).is(":")) {
                found(line, "A colon is missing after '" + first.text() + "'.");
            }
        }
    }

    private void neighbours(List<PythonToken> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            PythonToken left = tokens.get(i);
            PythonToken right = tokens.get(i + 1);
            if (isPlainName(left) && (isPlainName(right) || right.kind() == PythonToken.Kind.LITERAL)) {
                found(
                        right.line(),
                        left.is("print") || left.is("exec")
                                ? "'" + left.text() + "' without brackets is Python 2."
                                : "Something is missing after '" + left.text() + "', such as an operator or a comma.");
                return;
            }
        }
    }

    private static boolean isPlainName(PythonToken token) {
        return token.isName() && !KEYWORDS.contains(token.text()) && !SOFT_KEYWORDS.contains(token.text());
    }

    private void found(int line, String message) {
        mistake = mistake == null ? PythonMistake.certain(line, message) : mistake;
    }
}
