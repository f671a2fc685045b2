package dev.wharf.cli.console;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.RestFailure;
import dev.wharf.http.resilience.ResilienceSettings;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of a failure on the standard error: what is wrong, and what to do. */
public final class FailureReport {
    private static final String RED = "\033[31m";
    private static final String PLAIN = "\033[0m";

    private final Surroundings surroundings;
    private final boolean json;
    private final boolean color;
    private final boolean verbose;

    /**
     * A report in the making.
     *
     * @param surroundings where to write to
     * @param json whether a program reads it
     * @param color whether colours are used
     * @param verbose whether to tell where in the program it happened
     */
    public FailureReport(Surroundings surroundings, boolean json, boolean color, boolean verbose) {
        this.surroundings = surroundings;
        this.json = json;
        this.color = color;
        this.verbose = verbose;
    }

    /**
     * Writes the report.
     *
     * @param failure what was thrown
     * @return what the process shall end with
     */
    public int write(Throwable failure) {
        FailureKind kind = FailureKind.of(failure);
        String hint = hint(kind, failure);
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
                    : List.of(known.getMessage() + " (" + place.getFile() + ")");
        }
        if (failure instanceof ParameterException || failure instanceof CancelledException) {
            return List.of(String.valueOf(failure.getMessage()));
        }
        return List.of(
                "The program failed where it should not: " + failure.getClass().getSimpleName() + ".");
    }

    private static @Nullable String hint(FailureKind kind, Throwable failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> similar = unmatched.getSuggestions();
            if (!similar.isEmpty()) {
                return "Did you mean " + String.join(" or ", similar) + "?";
            }
        }
        Duration asked = retryAfter(failure);
        if (asked != null) {
            // The message may have said how long; once is enough.
            String wait = failure instanceof RateLimitedException limited && limited.saysWhen()
                    ? "Wait"
                    : "Wait " + asked.toSeconds() + " s";
            boolean usual = asked.compareTo(ResilienceSettings.DEFAULT.waits().longestRetryAfter()) <= 0;
            return wait + ", then try again"
                    + (usual
                            ? "."
                            : "; with --max-wait " + asked.toSeconds()
                                    + "s (or WHARF_MAX_WAIT) Wharf waits by itself.");
        }
        return kind.hint();
    }

    private static @Nullable Duration retryAfter(Throwable failure) {
        if (failure instanceof UnavailableException away) {
            return away.retryAfter();
        }
        return failure instanceof RateLimitedException limited ? limited.retryAfter() : null;
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
