package dev.wharf.failure;

import java.util.List;

/** What was asked for cannot be asked for: a malformed identifier, a limit out of bounds, a cursor of another list. */
public final class InvalidRequestException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     */
    public InvalidRequestException(String message) {
        super(message, null);
    }

    /**
     * Several failures of one request to report.
     *
     * @param lines what is wrong and what to do, a line for each; at least one
     */
    public InvalidRequestException(List<String> lines) {
        super(lines, null);
    }
}
