package dev.wharf.cache;

import java.time.Duration;

/**
 * How long what an account told is good for.
 *
 * @param fresh how long an answer about one thing (a package, a connection, a destination, the account itself) is given again
 *     without asking. In the second half of this time giving it also has it asked for anew, in the background
 * @param freshLists the same for a page of a list; zero asks every time
 * @param patience how long a new answer is waited for while an old one is at hand; by whoever comes while it is, together
 * @param kept how old an answer may be that is given because the account cannot be asked
 * @param entries how many things are kept at most, those on pages of lists counted one by one
 */
public record CacheSettings(Duration fresh, Duration freshLists, Duration patience, Duration kept, long entries) {
    /** Two minutes; lists are asked for every time; two seconds of patience; a week; 50 000 things, about 20 MB. */
    public static final CacheSettings DEFAULT =
            new CacheSettings(Duration.ofMinutes(2), Duration.ZERO, Duration.ofSeconds(2), Duration.ofDays(7), 50_000);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public CacheSettings {
        if (fresh.isNegative()
                || freshLists.isNegative()
                || patience.isNegative()
                || kept.isNegative()
                || entries < 0) {
            throw new IllegalArgumentException("times and numbers of a cache must not be negative");
        }
    }

    /**
     * The same with another time for which answers are fresh.
     *
     * @param one of an answer about one thing
     * @param list of a page of a list
     * @return the settings
     */
    public CacheSettings withFresh(Duration one, Duration list) {
        return new CacheSettings(one, list, patience, kept, entries);
    }

    /**
     * The same with another patience.
     *
     * @param time how long whoever asks waits for a new answer while an old one is at hand
     * @return the settings
     */
    public CacheSettings withPatience(Duration time) {
        return new CacheSettings(fresh, freshLists, time, kept, entries);
    }
}
