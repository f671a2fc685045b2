package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The store or the catalog failed: a full disk, a lost database. Nothing of the attempted change is visible. */
public final class StorageException extends WharfException {
    private static final long serialVersionUID = 1L;

    /** What failed it. */
    private final Reason reason;

    /** What can fail a store or a catalog. */
    public enum Reason {
        /** There is no room left: what is there can still be read, and deletions make room. */
        FULL,
        /** Anything else. */
        OTHER
    }

    /**
     * A failure to report; for the same reason as its cause, if that is one of storage.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public StorageException(String message, @Nullable Throwable cause) {
        this(cause instanceof StorageException inner ? inner.reason : Reason.OTHER, message, cause);
    }

    /**
     * A failure to report.
     *
     * @param reason what failed it
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public StorageException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * What failed it.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
