package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The credentials are missing or wrong. The message never says which half was wrong. */
public final class NotAuthenticatedException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public NotAuthenticatedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
