package dev.wharf.registry;

/**
 * What a hosted registry answers for the part of the setup tests that only a running connector could tell. It runs none, so its
 * operator decides.
 */
public enum SetupTestOutcome {
    /** The test passes. */
    PASS,
    /** The test passes with a warning. */
    WARN,
    /** The test fails. */
    FAIL,
    /** The test cannot be run to its end. */
    JOB_FAIL,
    /** No tests are run at all, also none of those that the registry could run. */
    OFF
}
