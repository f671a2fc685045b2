package dev.wharf.failure;

import org.jspecify.annotations.Nullable;

/** A change was asked for on the condition that a package has a certain file, and it has another. Nothing was changed. */
public final class ChangedMeanwhileException extends WharfException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String present;

    /**
     * A refusal to report.
     *
     * @param message what is wrong and what to do
     * @param present the SHA-256 of the file the package has; null if not known
     */
    public ChangedMeanwhileException(String message, @Nullable String present) {
        super(message, null);
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
