package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** The caller is known but may not do this: not the owner of the package, or a role that only reads. */
public final class NotAllowedException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     */
    public NotAllowedException(String problem) {
        this(problem, null);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     */
    public NotAllowedException(String problem, @Nullable String hint) {
        super(problem, hint, null);
    }
}
