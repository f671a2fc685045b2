package dev.wharf.cli.console;

import dev.wharf.failure.WharfException;
import dev.wharf.http.RestFailure;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Tells of a failure on the standard error: what is wrong, and what to do. */
public final class FailureReport {
    private static final String RED = "\033[31m";
    private static final String PLAIN = "\033[0m";

    private final Surroundings surroundings;
    private final boolean json;
    private final boolean color;
    private final boolean verbose;
    private final Hints hints;

    /**
     * A report in the making.
     *
     * @param surroundings where to write to
     * @param json whether a program reads it
     * @param color whether colours are used
     * @param verbose whether to tell where in the program it happened
     * @param command the command lines that hints name
     */
    public FailureReport(Surroundings surroundings, boolean json, boolean color, boolean verbose, NextCommand command) {
        this.surroundings = surroundings;
        this.json = json;
        this.color = color;
        this.verbose = verbose;
        this.hints = new Hints(command);
    }

    /**
     * Writes the report.
     *
     * @param failure what was thrown
     * @return what the process shall end with
     */
    public int write(Throwable failure) {
        FailureKind kind = FailureKind.of(failure);
        String hint = hints.of(kind, failure);
        PrintStream err = surroundings.err();
        if (json) {
            err.print(Json.text(Map.of("error", document(kind, failure, hint))) + "\n");
        } else {
            err.print((color ? RED + "Error:" + PLAIN : "Error:") + " "
                    + lines(failure).stream().map(Shown::line).collect(Collectors.joining("\n")) + "\n");
            if (hint != null) {
                err.print("Hint: " + Shown.line(hint) + "\n");
            }
        }
        if (verbose && !json && !(failure instanceof ParameterException)) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(trace.toString()
                    .lines()
                    .map(line -> line.replace("\t", "    "))
                    .map(Shown::line)
                    .reduce("", (all, line) -> all + line + "\n"));
        }
        return kind.exitCode();
    }

    private static Map<String, @Nullable Object> document(FailureKind kind, Throwable failure, @Nullable String hint) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("kind", kind.code());
        document.put("message", String.join("\n", lines(failure)));
        document.put("hint", hint);
        ReportedFindings reported = find(failure, ReportedFindings.class);
        if (reported != null) {
            document.put("findings", reported.documents());
        }
        RestFailure answer = find(failure, RestFailure.class);
        if (answer != null) {
            document.put("status", answer.status());
            if (answer.code() != null) {
                document.put("code", answer.code());
            }
        }
        return document;
    }

    /** Only messages written for users are shown: others may hold anything. */
    private static List<String> lines(Throwable failure) {
        if (failure instanceof WharfException known) {
            FileSystemException place = find(failure, FileSystemException.class);
            return place == null || place.getFile() == null
                    ? known.lines()
                    : List.of(at(known.problem(), place.getFile()));
        }
        if (failure instanceof ParameterException || failure instanceof CancelledException) {
            return List.of(String.valueOf(failure.getMessage()));
        }
        return List.of("Internal error in wharf: " + failure.getClass().getSimpleName() + ".");
    }

    /** A low-level failure names its file within its sentence. */
    private static String at(String problem, String file) {
        String sentence = problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem;
        return sentence + " (" + file + ").";
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
