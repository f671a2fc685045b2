package dev.wharf.failure;

/** An archive, or a request, is larger than is allowed. */
public final class TooLargeException extends WharfException {
    private static final long serialVersionUID = 1L;
    private final long limit;

    /**
     * A refusal to report.
     *
     * @param limit the most bytes allowed
     */
    public TooLargeException(long limit) {
        super(
                "The archive is larger than the " + limit + " bytes allowed: leave out what the connector does not need"
                        + " (list such files in .gitignore).",
                null);
        this.limit = limit;
    }

    /**
     * A refusal whose bound is known only to the registry that refused.
     *
     * @param message what is wrong and what to do
     */
    public TooLargeException(String message) {
        super(message, null);
        this.limit = 0;
    }

    /**
     * The bound that was passed.
     *
     * @return the most bytes allowed; 0 if not known
     */
    public long limit() {
        return limit;
    }
}
