package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** Bytes do not have the hash they should have. They were not handed on as if they had. */
public final class IntegrityException extends WharfException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String expected;
    private final @Nullable String actual;

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param expected the SHA-256 the bytes should have, in hexadecimal; null if not known
     * @param actual the SHA-256 they have; null if they cannot be read at all
     */
    public IntegrityException(String problem, @Nullable String expected, @Nullable String actual) {
        this(problem, null, expected, actual);
    }

    /**
     * A failure to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param expected the SHA-256 the bytes should have, in hexadecimal; null if not known
     * @param actual the SHA-256 they have; null if they cannot be read at all
     */
    public IntegrityException(
            String problem, @Nullable String hint, @Nullable String expected, @Nullable String actual) {
        super(problem, hint, null);
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * The hash the bytes should have.
     *
     * @return hexadecimal digits, or null if not known
     */
    public @Nullable String expected() {
        return expected;
    }

    /**
     * The hash the bytes have.
     *
     * @return hexadecimal digits, or null if the bytes cannot be read at all
     */
    public @Nullable String actual() {
        return actual;
    }
}
