package dev.wharf.model;

import org.jspecify.annotations.Nullable;

/**
 * What came of one of the tests an account runs on a connection's settings (the REST API's {@code setup_tests}).
 *
 * @param title what was tested
 * @param status what came of it
 * @param message what the account says about it; null if nothing
 */
public record SetupTest(String title, Status status, @Nullable String message) {
    /** What can come of a test. */
    public enum Status {
        /** All is well. */
        PASSED,
        /** It was not run. */
        SKIPPED,
        /** It passed with something to look at. */
        WARNING,
        /** The connection will not work so. */
        FAILED,
        /** The test itself could not be run to its end. */
        JOB_FAILED
    }

    /**
     * Whether it shows that the connection will not work, or could not show that it will.
     *
     * @return true for {@link Status#FAILED} and {@link Status#JOB_FAILED}
     */
    public boolean failed() {
        return status == Status.FAILED || status == Status.JOB_FAILED;
    }
}
