package dev.wharf.registry;

/** What comes of the syncs of a hosted registry. It runs no connector, so its operator decides. */
public enum SyncOutcome {
    /** They end well. */
    SUCCEED,
    /** They fail. */
    FAIL
}
