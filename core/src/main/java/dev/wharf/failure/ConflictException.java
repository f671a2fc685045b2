package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** What was asked for contradicts what is there: a name already taken, something changed meanwhile. */
public final class ConflictException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     */
    public ConflictException(String problem) {
        this(problem, null);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     */
    public ConflictException(String problem, @Nullable String hint) {
        super(problem, hint, null);
    }
}
