package dev.wharf.http;

import java.time.Duration;

/**
 * How often a download that broke off goes on where it did, if the other side offers that.
 *
 * @param inARow how often it is tried at most until another byte comes; 0 never resumes
 * @param altogether how often it is tried at most for one download
 * @param firstWait the wait before the first try, doubled before each further one that no byte came before
 */
public record Resumption(int inARow, int altogether, Duration firstWait) {
    /** Four times in a row and 100 altogether, from a tenth of a second on. */
    public static final Resumption DEFAULT = new Resumption(4, 100, Duration.ofMillis(100));

    /** A download that breaks off fails. */
    public static final Resumption NEVER = new Resumption(0, 0, Duration.ZERO);

    private static final int MOST_DOUBLINGS = 7;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Resumption {
        if (inARow < 0 || altogether < 0 || firstWait.isNegative()) {
            throw new IllegalArgumentException("neither numbers of attempts nor waits can be negative");
        }
    }

    /** The wait before a try that so many others without a byte came before. */
    Duration waitAfter(int tries) {
        return firstWait.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    }
}
