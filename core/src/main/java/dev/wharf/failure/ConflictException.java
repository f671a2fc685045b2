package dev.wharf.failure;

/** What was asked for contradicts what is there: a name already taken, something changed meanwhile. */
public final class ConflictException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     */
    public ConflictException(String message) {
        super(message, null);
    }
}
