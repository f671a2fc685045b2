package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The bytes being sent ended or failed before they were complete; nothing of them was kept. */
public final class InterruptedTransferException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public InterruptedTransferException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
