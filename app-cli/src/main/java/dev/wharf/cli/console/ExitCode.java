package dev.wharf.cli.console;

/** What the program ends with. {@code docs/reference/exit-codes.md} lists them. */
public enum ExitCode {
    /** 0. */
    DONE(0, "done, or nothing to do"),
    /** 1. */
    UNEXPECTED(1, "unexpected failure"),
    /** 2. */
    USAGE(2, "usage: the command line or a setting makes no sense"),
    /** 3. */
    NOT_FOUND(3, "not found"),
    /** 4. */
    CONFLICT(4, "conflict: bound already, in use, a name taken, changed by somebody else meanwhile"),
    /** 5. */
    INTEGRITY(5, "integrity: a SHA-256 does not match"),
    /** 6. */
    NOT_ALLOWED(6, "not authenticated, or not allowed"),
    /** 7. */
    UNAVAILABLE(7, "unavailable, or too many requests"),
    /** 8. */
    INVALID(8, "not a connector project, or not a connector archive"),
    /** 9. */
    TESTS_FAILED(9, "deployed, but setup tests failed"),
    /** 10. */
    CHANGES(10, "with `--detailed-exitcode`: something would change"),
    /** 11. */
    SYNC_FAILED(11, "with `--wait`: the sync failed"),
    /** 12. */
    SYNC_NOT_ENDED(12, "with `--wait`: the sync had not ended when waiting did"),
    /** 130. */
    INTERRUPTED(130, "ended by Ctrl-C"),
    /** 143, which Java itself ends with. */
    TERMINATED(143, "ended by a polite kill (SIGTERM)");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /**
     * What a shell sees.
     *
     * @return a number from 0 to 255
     */
    public int number() {
        return number;
    }

    /**
     * What it says.
     *
     * @return some words, with Markdown's marks
     */
    public String meaning() {
        return meaning;
    }
}
