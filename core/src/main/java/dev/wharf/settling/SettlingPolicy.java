package dev.wharf.settling;

import java.time.Duration;

/**
 * How hard {@link SettlingRegistry} tries to find out what became of an upload whose answer was lost.
 *
 * @param sends how often an archive is sent at most, the first time included; at least 1
 * @param looks how many complete lists without the package prove that it was not made; at least 1
 * @param firstWait how long to wait after the first look; twice as long after each further one. A slow registry may still be
 *     storing what it received
 * @param patience how long to try to settle one loss, after which the call fails without knowing
 * @param clockSkew by how much the registry's clock may be behind the one here
 * @param sole whether nobody else uploads with the same credentials meanwhile. Only then are packages that turn up
 *     beside the one returned deleted; else they are told of and left, because they might be another's
 */
public record SettlingPolicy(
        int sends, int looks, Duration firstWait, Duration patience, Duration clockSkew, boolean sole) {
    /**
     * Three sends; four looks within some seven seconds prove absence; two minutes of patience; a quarter of an hour of
     * skew; others may use the same credentials.
     */
    public static final SettlingPolicy DEFAULT =
            new SettlingPolicy(3, 4, Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofMinutes(15), false);

    /**
     * Checks the numbers.
     *
     * @param sends how often an archive is sent at most
     * @param looks how many complete lists prove absence
     * @param firstWait how long to wait after the first look
     * @param patience how long to try to settle one loss
     * @param clockSkew by how much the registry's clock may be behind
     * @param sole whether nobody else uploads with the same credentials
     * @throws IllegalArgumentException if there is no send or no look, or a time is negative
     */
    public SettlingPolicy {
        if (sends < 1 || looks < 1) {
            throw new IllegalArgumentException("there must be at least one send and one look");
        }
        if (firstWait.isNegative() || patience.isNegative() || clockSkew.isNegative()) {
            throw new IllegalArgumentException("times must not be negative");
        }
    }

    /**
     * The same with another number of sends.
     *
     * @param count at least 1; 1 never sends again
     * @return the policy
     */
    public SettlingPolicy withSends(int count) {
        return new SettlingPolicy(count, looks, firstWait, patience, clockSkew, sole);
    }

    /**
     * The same with another proof of absence.
     *
     * @param count how many complete lists
     * @param wait how long to wait after the first; doubled after each further one
     * @return the policy
     */
    public SettlingPolicy withLooks(int count, Duration wait) {
        return new SettlingPolicy(sends, count, wait, patience, clockSkew, sole);
    }

    /**
     * The same with another patience.
     *
     * @param time how long to try to settle one loss
     * @return the policy
     */
    public SettlingPolicy withPatience(Duration time) {
        return new SettlingPolicy(sends, looks, firstWait, time, clockSkew, sole);
    }

    /**
     * The same, promising that nobody else uploads with the same credentials meanwhile.
     *
     * @param promised whether it is so
     * @return the policy
     */
    public SettlingPolicy withSole(boolean promised) {
        return new SettlingPolicy(sends, looks, firstWait, patience, clockSkew, promised);
    }
}
