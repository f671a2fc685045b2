package dev.wharf.failure;

/** The key sent with an upload stands for an upload of other bytes already. Nothing was made. */
public final class UploadKeyReusedException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal to report.
     *
     * @param message what is wrong and what to do
     */
    public UploadKeyReusedException(String message) {
        super(message, null);
    }
}
