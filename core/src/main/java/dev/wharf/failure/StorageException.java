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
     * @param problem what is wrong
     * @param cause what led to it; null if nothing did
     */
    public StorageException(String problem, @Nullable Throwable cause) {
        this(cause instanceof StorageException inner ? inner.reason : Reason.OTHER, problem, cause);
    }

    /**
     * A failure to report; for the same reason as its cause, if that is one of storage.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause what led to it; null if nothing did
     */
    public StorageException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        this(cause instanceof StorageException inner ? inner.reason : Reason.OTHER, problem, hint, cause);
    }

    /**
     * A failure to report.
     *
     * @param reason what failed it
     * @param problem what is wrong
     * @param cause what led to it; null if nothing did
     */
    public StorageException(Reason reason, String problem, @Nullable Throwable cause) {
        this(reason, problem, null, cause);
    }

    /**
     * A failure to report.
     *
     * @param reason what failed it
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause what led to it; null if nothing did
     */
    public StorageException(Reason reason, String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(problem, hint, cause);
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
