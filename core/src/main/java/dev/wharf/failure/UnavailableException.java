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
     * @param problem what is wrong
     * @param retryAfter how long to wait before the next attempt; null if not known
     * @param cause what led to it; null if nothing did
     */
    public UnavailableException(String problem, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(problem, null, retryAfter, cause);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param retryAfter how long to wait before the next attempt; null if not known
     * @param cause what led to it; null if nothing did
     */
    public UnavailableException(
            String problem, @Nullable String hint, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(problem, hint, cause);
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
