package dev.wharf.packaging.python;

import java.util.List;

/** What stands before a bracket, and in it, as far as it is names. */
final class PythonCall {
    private PythonCall() {}

    /** By how much a token changes how deep in brackets one is. */
    static int depth(PythonToken token) {
        if (token.kind() != PythonToken.Kind.OPERATOR) {
            return 0;
        }
        return "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
    }

    /** A name, or names with dots between them, that is all there is between two places; else an empty text. */
    static String dotted(List<PythonToken> tokens, int start, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = start; i < end; i++) {
            PythonToken token = tokens.get(i);
            boolean fits = (i - start) % 2 == 0 ? token.isName() : token.is(".");
            if (!fits) {
                return "";
            }
            name.append(token.text());
        }
        return (end - start) % 2 == 1 ? name.toString() : "";
    }

    /** The name of what is called by the bracket at a place; an empty text where it has none, or is defined there. */
    static String called(List<PythonToken> tokens, int bracket) {
        int start = bracket;
        while (start > 0
                && (bracket - start) % 2 == 0 == tokens.get(start - 1).isName()
                && (tokens.get(start - 1).isName() || tokens.get(start - 1).is("."))) {
            start--;
        }
        boolean defines = start > 0
                && start < bracket
                && (tokens.get(start - 1).is("def") || tokens.get(start - 1).is("class"));
        return defines ? "" : dotted(tokens, start, bracket);
    }
}
