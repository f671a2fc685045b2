package dev.wharf.cli.console;

/** The user wants no more of it. Nothing is half done. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A decision to report.
     *
     * @param message what was not done
     */
    public CancelledException(String message) {
        super(message);
    }

    /**
     * What was not done.
     *
     * @return the message, never null
     */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
