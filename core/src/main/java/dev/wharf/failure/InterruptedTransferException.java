package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The bytes being sent ended or failed before they were complete; nothing of them was kept. */
public final class InterruptedTransferException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param cause what led to it; null if nothing did
     */
    public InterruptedTransferException(String problem, @Nullable Throwable cause) {
        this(problem, null, cause);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause what led to it; null if nothing did
     */
    public InterruptedTransferException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(problem, hint, cause);
    }
}
