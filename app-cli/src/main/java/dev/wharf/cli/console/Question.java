package dev.wharf.cli.console;

import dev.wharf.failure.InvalidRequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks before something is done that cannot be undone. A question nobody can answer is a failure, never a silent no. */
public final class Question {
    private final Surroundings surroundings;
    private final boolean yes;
    private final boolean nonInteractive;

    /**
     * A way to ask.
     *
     * @param surroundings who is asked
     * @param yes whether the answer was given beforehand
     * @param nonInteractive whether nobody shall be asked
     */
    public Question(Surroundings surroundings, boolean yes, boolean nonInteractive) {
        this.surroundings = surroundings;
        this.yes = yes;
        this.nonInteractive = nonInteractive;
    }

    /**
     * Asks, unless the answer was given.
     *
     * @param question the question, with its question mark
     * @throws CancelledException if the answer is no
     * @throws InvalidRequestException if there is nobody to ask
     */
    public void confirm(String question) {
        if (yes) {
            return;
        }
        if (nonInteractive || !surroundings.terminal().input()) {
            throw new InvalidRequestException(
                    "'" + question + "' needs an answer, but "
                            + (nonInteractive ? "--non-interactive is set." : "there is no terminal."),
                    "Add --yes to" + " answer yes.");
        }
        PrintStream err = surroundings.err();
        err.print(Shown.line(question) + " [y/N] ");
        err.flush();
        String answer = readLine().strip().toLowerCase(Locale.ROOT);
        if (!answer.equals("y") && !answer.equals("yes")) {
            throw new CancelledException("Cancelled. Nothing was changed.");
        }
    }

    private String readLine() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("the answer could not be read", e);
        }
    }
}
