package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The credentials are missing or wrong. The message never says which half was wrong. */
public final class NotAuthenticatedException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param cause what led to it; null if nothing did
     */
    public NotAuthenticatedException(String problem, @Nullable Throwable cause) {
        this(problem, null, cause);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause what led to it; null if nothing did
     */
    public NotAuthenticatedException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(problem, hint, cause);
    }
}
