package dev.wharf.http;

import org.jspecify.annotations.Nullable;

/** What the REST API answered when a call failed: the cause of the failures that {@link HttpAccount} throws. */
public final class RestFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final @Nullable String code;

    RestFailure(int status, @Nullable String code, String snippet) {
        super("HTTP " + status + (code == null ? "" : " " + code) + (snippet.isEmpty() ? "" : ": " + snippet));
        this.status = status;
        this.code = code;
    }

    /**
     * The HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * The answer's {@code code}.
     *
     * @return the code, or null if the answer was not the API's JSON
     */
    public @Nullable String code() {
        return code;
    }
}
