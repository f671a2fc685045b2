package dev.wharf.failure;

/** The answer to an upload was lost, and whether it made a package could not be found out. */
public final class UnknownUploadException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param cause how the answer was lost
     */
    public UnknownUploadException(String message, Throwable cause) {
        super(message, null, cause);
    }
}
