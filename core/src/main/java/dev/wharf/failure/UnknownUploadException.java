package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The answer to an upload was lost, and whether it made a package could not be found out. */
public final class UnknownUploadException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param cause how the answer was lost
     */
    public UnknownUploadException(String problem, Throwable cause) {
        this(problem, null, cause);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause how the answer was lost
     */
    public UnknownUploadException(String problem, @Nullable String hint, Throwable cause) {
        super(problem, hint, null, cause);
    }
}
