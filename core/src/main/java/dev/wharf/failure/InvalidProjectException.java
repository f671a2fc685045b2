package dev.wharf.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connector project cannot be packaged as it stands. */
public final class InvalidProjectException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param cause what led to it; null if nothing did
     */
    public InvalidProjectException(String problem, @Nullable Throwable cause) {
        this(problem, null, cause);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param cause what led to it; null if nothing did
     */
    public InvalidProjectException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(problem, hint, cause);
    }

    /**
     * A failure to report, with what else is to be known of it.
     *
     * @param lines what is wrong, then more lines; at least one
     */
    public InvalidProjectException(List<String> lines) {
        super(lines, null, null);
    }
}
