package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The key sent with an upload stands for an upload of other bytes already. Nothing was made. */
public final class UploadKeyReusedException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal to report.
     *
     * @param problem what is wrong
     */
    public UploadKeyReusedException(String problem) {
        this(problem, null);
    }

    /**
     * A refusal to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     */
    public UploadKeyReusedException(String problem, @Nullable String hint) {
        super(problem, hint, null);
    }
}
