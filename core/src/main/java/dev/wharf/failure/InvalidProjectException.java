package dev.wharf.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connector project cannot be packaged as it stands. */
public final class InvalidProjectException extends WharfException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to report.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it; null if nothing did
     */
    public InvalidProjectException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * A failure to report, with what else is to be known of it.
     *
     * @param lines what is wrong and what to do, then more lines; at least one
     */
    public InvalidProjectException(List<String> lines) {
        super(lines, null);
    }
}
