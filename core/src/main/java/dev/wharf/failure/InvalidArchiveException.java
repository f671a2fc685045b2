package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The bytes are not an archive that can be a connector package. */
public final class InvalidArchiveException extends WharfException {
    private static final long serialVersionUID = 1L;

    /** Why an archive is refused, for programs; the message says it to people. */
    public enum Reason {
        /** There are no bytes at all. */
        EMPTY,
        /** It does not have the structure of a ZIP archive. */
        NOT_A_ZIP,
        /** It ends before its own directory says it does. */
        TRUNCATED,
        /** Its directory contradicts itself, the local headers, or the bytes. */
        INCONSISTENT,
        /** The root has no {@code connector.py}. */
        CONNECTOR_MISSING,
        /** Two entries have one name, or a file has the name of a directory. */
        DUPLICATE_NAME,
        /** An entry's name would leave the directory it is unpacked to, or cannot be a name at all. */
        UNSAFE_NAME,
        /** An entry is a symbolic link or a device. */
        UNSAFE_KIND,
        /** An entry is encrypted. */
        ENCRYPTED,
        /** An entry uses a compression method other than stored or deflated. */
        UNKNOWN_METHOD,
        /** An entry's bytes do not have the checksum or the size the archive says. */
        CORRUPT,
        /** Two entries share bytes. */
        OVERLAP,
        /** It holds, or would unpack to, more than is allowed. */
        BEYOND_LIMITS,
        /** An entry, or all of them together, unpack to so many times their compressed size as no honest data does. */
        SUSPICIOUS_RATIO,
        /** A registry refused it without saying which of these it was. */
        OTHER
    }

    private final Reason reason;

    /**
     * A refusal to report.
     *
     * @param reason why
     * @param problem what is wrong
     */
    public InvalidArchiveException(Reason reason, String problem) {
        this(reason, problem, null);
    }

    /**
     * A refusal to report.
     *
     * @param reason why
     * @param problem what is wrong
     * @param cause what led to it; null if nothing did
     */
    public InvalidArchiveException(Reason reason, String problem, @Nullable Throwable cause) {
        this(reason, problem, null, cause);
    }

    /**
     * A refusal to report.
     *
     * @param reason why
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause what led to it; null if nothing did
     */
    public InvalidArchiveException(Reason reason, String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(problem, hint, cause);
        this.reason = reason;
    }

    /**
     * Why the archive is refused.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
