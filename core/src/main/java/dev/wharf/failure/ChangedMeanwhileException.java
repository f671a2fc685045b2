package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** A change was asked for on the condition that a package has a certain file, and it has another. Nothing was changed. */
public final class ChangedMeanwhileException extends WharfException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String present;

    /**
     * A refusal to report.
     *
     * @param problem what is wrong
     * @param present the SHA-256 of the file the package has; null if not known
     */
    public ChangedMeanwhileException(String problem, @Nullable String present) {
        this(problem, null, present);
    }

    /**
     * A refusal to report.
     *
     * @param problem what is wrong
     * @param hint what to do about it; null if nothing is to be said
     * @param present the SHA-256 of the file the package has; null if not known
     */
    public ChangedMeanwhileException(String problem, @Nullable String hint, @Nullable String present) {
        super(problem, hint, null);
        this.present = present;
    }

    /**
     * The SHA-256 of the file the package has.
     *
     * @return 64 hexadecimal digits, or null if not known
     */
    public @Nullable String present() {
        return present;
    }
}
