package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** A connector project cannot be packaged as it stands. */
public final class InvalidProjectException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public InvalidProjectException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
