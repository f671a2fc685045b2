package dev.wharf.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The other side cannot be reached or cannot answer now; the same call may work later. */
public sealed class UnavailableException extends WharfException permits UnknownUploadException {
    private static final long serialVersionUID = 1L;
    private final @Nullable Duration retryAfter;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param retryAfter how long to wait before the next attempt; null if not known
     * @param cause what led to it; null if nothing did
     */
    public UnavailableException(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * How long to wait before the next attempt.
     *
     * @return the wait, or null if not known
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
