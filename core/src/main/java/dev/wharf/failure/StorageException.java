package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The store or the catalog failed: a full disk, a lost database. Nothing of the attempted change is visible. */
public final class StorageException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
