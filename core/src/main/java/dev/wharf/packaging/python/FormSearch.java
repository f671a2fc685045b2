package dev.wharf.packaging.python;

import dev.wharf.packaging.python.ConnectorNames.Taken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks in a Python module for the places at which a connector is given a configuration form: by the argument's name or as the third
 * one, by whatever name the class goes, to the class or to what it is derived from.
 */
public final class FormSearch {
    private static final String FORM = "configuration_form";
    private static final String ATTRIBUTE = "configuration_form_method";
    private static final String INIT = "__init__";
    /** The class takes an update method, a schema method and a form. */
    private static final int POSITION = 2;

    private final ConnectorClasses classes;
    private final String path;
    private final Deque<Body> bodies = new ArrayDeque<>();
    private int givenLine;
    private int unseenLine;

    /** A class whose body is read; it is one of the vendor's, or not. */
    private record Body(int indent, boolean isConnector) {}

    /** A bracket that is open. */
    private static final class Bracket {
        private final @Nullable Taken taken;
        private final boolean handsOn;
        private int position;
        private boolean begins = true;

        /**
         * A bracket.
         *
         * @param taken what of its arguments reaches the vendor's class; null if it is no call of that
         * @param position how many arguments of that class come before the first
         * @param handsOn whether it is in a derived class, which may hand on whatever it is given itself
         */
        Bracket(@Nullable Taken taken, int position, boolean handsOn) {
            this.taken = taken;
            this.position = position;
            this.handsOn = handsOn;
        }
    }

    private FormSearch(ConnectorClasses classes, String path) {
        this.classes = classes;
        this.path = path;
    }

    /**
     * Looks through a module.
     *
     * @param classes which names stand for the vendor's class
     * @param path the module's path in the project
     * @param source its source
     * @return what was found
     */
    public static FormSearch of(ConnectorClasses classes, String path, String source) {
        FormSearch search = new FormSearch(classes, path);
        PythonLexer lexer = new PythonLexer(source);
        for (PythonLine line = lexer.next(); line != null; line = lexer.next()) {
            search.line(line);
        }
        return search;
    }

    /**
     * Where a connector is given a form.
     *
     * @return the first such line, from 1; 0 if there is none
     */
    public int givenLine() {
        return givenLine;
    }

    /**
     * Where a connector is given arguments that cannot be seen there, and may be a form.
     *
     * @return the first such line, from 1; 0 if there is none
     */
    public int unseenLine() {
        return unseenLine;
    }

    private void line(PythonLine line) {
        List<PythonToken> tokens = line.tokens();
        while (!bodies.isEmpty() && bodies.getLast().indent() >= line.indent()) {
            bodies.removeLast();
        }
        if (tokens.get(0).is("class") && tokens.size() > 1) {
            bodies.add(new Body(line.indent(), classes.taken(path, tokens.get(1).text()) != null));
        }
        Deque<Bracket> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            Bracket bracket = open.peek();
            if (bracket != null && bracket.begins && bracket.taken != null) {
                argument(bracket, tokens, i);
            }
            int depth = PythonCall.depth(token);
            if (bracket != null) {
                bracket.begins = token.is(",");
                bracket.position += token.is(",") ? 1 : 0;
            }
            if (depth > 0) {
                open.push(opened(tokens, i));
            } else if (depth < 0) {
                open.poll();
            } else if (token.is(ATTRIBUTE) && isSet(tokens, i)) {
                give(token.line());
            }
        }
    }

    private Bracket opened(List<PythonToken> tokens, int at) {
        if (!tokens.get(at).is("(")) {
            return new Bracket(null, 0, false);
        }
        String called = PythonCall.called(tokens, at);
        if (called.equals("partial") || called.endsWith(".partial")) {
            int end = at + 1;
            while (end < tokens.size()
                    && (tokens.get(end).isName() || tokens.get(end).is("."))) {
                end++;
            }
            return new Bracket(classes.taken(path, PythonCall.dotted(tokens, at + 1, end)), -1, false);
        }
        if (called.endsWith("." + INIT)) {
            return new Bracket(classes.taken(path, called.substring(0, called.length() - INIT.length() - 1)), -1, true);
        }
        if (called.isEmpty() && isOfSuper(tokens, at)) {
            boolean isConnector = !bodies.isEmpty() && bodies.getLast().isConnector();
            return new Bracket(isConnector ? Taken.ALL : null, 0, true);
        }
        return new Bracket(called.isEmpty() ? null : classes.taken(path, called), 0, false);
    }

    /** Whether the bracket is that of {@code super(...).__init__(}. */
    private static boolean isOfSuper(List<PythonToken> tokens, int bracket) {
        return bracket >= 5
                && tokens.get(bracket - 1).is(INIT)
                && tokens.get(bracket - 2).is(".")
                && tokens.get(bracket - 3).is(")")
                && tokens.subList(Math.max(0, bracket - 9), bracket - 3).stream()
                        .anyMatch(t -> t.is("super"));
    }

    private void argument(Bracket bracket, List<PythonToken> tokens, int at) {
        PythonToken token = tokens.get(at);
        boolean named =
                at + 1 < tokens.size() && token.isName() && tokens.get(at + 1).is("=");
        if (named) {
            if (token.is(FORM) && !isNone(tokens, at + 2)) {
                give(token.line());
            }
        } else if (token.is("*") || token.is("**")) {
            boolean isUnseen = bracket.taken == Taken.ALL && !bracket.handsOn;
            unseenLine = unseenLine == 0 && isUnseen ? token.line() : unseenLine;
        } else if (bracket.position == POSITION
                && bracket.taken == Taken.ALL
                && !token.is(")")
                && !isNone(tokens, at)) {
            give(token.line());
        }
    }

    private static boolean isSet(List<PythonToken> tokens, int at) {
        return at > 0
                && tokens.get(at - 1).is(".")
                && at + 2 < tokens.size()
                && tokens.get(at + 1).is("=")
                && !isNone(tokens, at + 2);
    }

    private static boolean isNone(List<PythonToken> tokens, int at) {
        return at >= tokens.size()
                || (tokens.get(at).is("None")
                        && (at + 1 == tokens.size()
                                || tokens.get(at + 1).is(",")
                                || tokens.get(at + 1).is(";")
                                || tokens.get(at + 1).is(")")));
    }

    private void give(int line) {
        givenLine = givenLine == 0 ? line : givenLine;
    }
}
