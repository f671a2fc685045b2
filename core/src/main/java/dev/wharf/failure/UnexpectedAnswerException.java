package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The other side answered something that cannot be understood. */
public final class UnexpectedAnswerException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param cause what led to it; null if nothing did
     */
    public UnexpectedAnswerException(String problem, @Nullable Throwable cause) {
        this(problem, null, cause);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause what led to it; null if nothing did
     */
    public UnexpectedAnswerException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(problem, hint, cause);
    }
}
