package dev.wharf.failure;

/** The caller is known but may not do this: not the owner of the package, or a role that only reads. */
public final class NotAllowedException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     */
    public NotAllowedException(String message) {
        super(message, null);
    }
}
