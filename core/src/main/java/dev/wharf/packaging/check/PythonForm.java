package dev.wharf.packaging.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finds where a connector is made with a configuration form. */
final class PythonForm {
    private static final String FORM = "configuration_form";

    private final Set<String> connectorClasses;
    private int line;

    PythonForm(Set<String> connectorClasses) {
        this.connectorClasses = connectorClasses;
    }

    /** The line on which a connector is given a form; 0 if none is so far. */
    int line() {
        return line;
    }

    void look(List<PythonToken> tokens) {
        Deque<Boolean> makesConnector = new ArrayDeque<>();
        for (int i = 0; i < tokens.size() && line == 0; i++) {
            PythonToken token = tokens.get(i);
            if (token.opens()) {
                makesConnector.push(token.is("(") && i > 0 && isConnectorClass(tokens, i - 1));
            } else if (token.closes()) {
                makesConnector.poll();
            } else if (token.is(FORM)
                    && Boolean.TRUE.equals(makesConnector.peek())
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).is("=")
                    && !isNone(tokens, i + 2)) {
                line = token.line();
            }
        }
    }

    private boolean isConnectorClass(List<PythonToken> tokens, int at) {
        return connectorClasses.contains(tokens.get(at).text())
                && !(at > 0
                        && (tokens.get(at - 1).is("def") || tokens.get(at - 1).is("class")));
    }

    private static boolean isNone(List<PythonToken> tokens, int at) {
        return tokens.get(at).is("None")
                && (at + 1 == tokens.size()
                        || tokens.get(at + 1).is(",")
                        || tokens.get(at + 1).is(")"));
    }
}
