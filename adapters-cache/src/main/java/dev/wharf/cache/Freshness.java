package dev.wharf.cache;

import java.time.Duration;

/**
 * How old an answer is, and why an old one was given.
 *
 * @param origin where it comes from
 * @param age how long ago the account was asked for it
 * @param left how much longer it would have been given without asking; negative if it is too old for that
 */
public record Freshness(Origin origin, Duration age, Duration left) {
    /** Where an answer comes from. */
    public enum Origin {
        /** The account was asked. */
        ASKED,
        /** It was kept, and is fresh. */
        KEPT,
        /** It was kept, and is old; the account takes too long to give a new one. */
        KEPT_AS_ACCOUNT_IS_SLOW,
        /** It was kept, and is old; the account could not be asked. */
        KEPT_AS_ACCOUNT_IS_AWAY
    }

    /**
     * Whether it is older than it should be.
     *
     * @return true if an old answer was given for want of a new one
     */
    public boolean isStale() {
        return origin == Origin.KEPT_AS_ACCOUNT_IS_SLOW || origin == Origin.KEPT_AS_ACCOUNT_IS_AWAY;
    }
}
