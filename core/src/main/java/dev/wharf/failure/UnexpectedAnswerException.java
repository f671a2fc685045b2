package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The other side answered something that cannot be understood. */
public final class UnexpectedAnswerException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public UnexpectedAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
