package dev.wharf.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for cannot be asked for: a malformed identifier, a limit out of bounds, a cursor of another list. */
public final class InvalidRequestException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     */
    public InvalidRequestException(String problem) {
        this(problem, null);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     */
    public InvalidRequestException(String problem, @Nullable String hint) {
        super(problem, hint, null);
    }

    /**
     * Several failures of one request to report.
     *
     * @param lines what is wrong, a line for each; at least one
     */
    public InvalidRequestException(List<String> lines) {
        super(lines, null, null);
    }
}
