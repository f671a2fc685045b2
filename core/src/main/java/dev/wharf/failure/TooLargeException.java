package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** An archive, or a request, is larger than is allowed. */
public final class TooLargeException extends WharfException {
    private static final long serialVersionUID = 1L;
    private static final long MEBIBYTE = 1L << 20;

    private final long limit;

    /**
     * A refusal to report.
     *
     * @param limit the most bytes allowed
     */
    public TooLargeException(long limit) {
        super(
                "The archive is larger than " + size(limit) + ".",
                "List files in .gitignore that the connector does not need.",
                null);
        this.limit = limit;
    }

    private static String size(long bytes) {
        return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes + " bytes";
    }

    /**
     * A refusal whose bound is known only to the registry that refused.
     *
     * @param problem what is wrong
     */
    public TooLargeException(String problem) {
        this(problem, null);
    }

    /**
     * A refusal whose bound is known only to the registry that refused.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     */
    public TooLargeException(String problem, @Nullable String hint) {
        super(problem, hint, null);
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
