package dev.wharf.http.resilience;

import dev.wharf.http.Resumption;
import dev.wharf.settling.SettlingPolicy;
import java.time.Duration;

/**
 * How hard an account tries.
 *
 * @param attempts how often a call that may be repeated is made at most, the first time included
 * @param waits how long to wait between attempts
 * @param deadline how long a call may take with all its attempts. Of a call that sends an archive the time counts from its first
 *     failure on, since how long sending takes is a matter of its size; while nothing moves, the account's own time-outs end it.
 *     Of a download it counts until the first byte
 * @param circuit when to stop asking at all
 * @param slots how many calls may be under way at once
 * @param slowdown how to stay below the account's rate limit
 * @param resumption how often a download goes on where it broke off
 * @param settling how hard to try to settle an upload whose answer was lost
 */
public record ResilienceSettings(
        int attempts,
        Waits waits,
        Duration deadline,
        Circuit circuit,
        Slots slots,
        Slowdown slowdown,
        Resumption resumption,
        SettlingPolicy settling) {
    /** Five attempts within two minutes, and the defaults of all that is beneath. */
    public static final ResilienceSettings DEFAULT = new ResilienceSettings(
            5,
            Waits.DEFAULT,
            Duration.ofMinutes(2),
            Circuit.DEFAULT,
            Slots.DEFAULT,
            Slowdown.DEFAULT,
            Resumption.DEFAULT,
            SettlingPolicy.DEFAULT);

    /**
     * How long to wait between attempts.
     *
     * @param first the wait before the second attempt, doubled before each further one
     * @param longest the longest of these waits
     * @param jitter by what part each of these waits is drawn longer or shorter, 0 to below 1, so that many callers do not come
     *     back together
     * @param longestRetryAfter the longest wait that the other side may ask for ({@code Retry-After}) and get; beyond it the call
     *     fails and says when to come back
     */
    public record Waits(Duration first, Duration longest, double jitter, Duration longestRetryAfter) {
        /** Half a second to 20 seconds, drawn by a half; a minute of {@code Retry-After}. */
        public static final Waits DEFAULT =
                new Waits(Duration.ofMillis(500), Duration.ofSeconds(20), 0.5, Duration.ofMinutes(1));

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one makes no sense
         */
        public Waits {
            if (jitter < 0 || jitter >= 1) {
                throw new IllegalArgumentException("the jitter must be from 0 to below 1");
            }
            if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("waits must be at least a millisecond, and the longest the longest");
            }
        }
    }

    /**
     * When to stop asking. Only failures of the other side and of the network count, no refusals.
     *
     * @param window of how many last calls the failures are counted
     * @param leastCalls how many calls there must have been at least
     * @param failureRate what percentage of them must have failed, above 0, at most 100
     * @param openFor how long nothing is asked then
     * @param trials how many calls are then tried before all are let through again
     */
    public record Circuit(int window, int leastCalls, float failureRate, Duration openFor, int trials) {
        /** Half of the last 20 calls, of 10 at least; 30 seconds; 3 trials. */
        public static final Circuit DEFAULT = new Circuit(20, 10, 50, Duration.ofSeconds(30), 3);
    }

    /**
     * How many calls may be under way at once. A download is under way until it is closed or was read to its end.
     *
     * @param count how many; more wait
     * @param patience how long they wait, until they fail
     */
    public record Slots(int count, Duration patience) {
        /** 64, and half a minute. */
        public static final Slots DEFAULT = new Slots(64, Duration.ofSeconds(30));

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if no call would be let through
         */
        public Slots {
            if (count < 1) {
                throw new IllegalArgumentException("there must be at least one call at once");
            }
        }
    }

    /**
     * How to stay below the account's rate limit.
     *
     * @param below below which part of the limit calls are slowed down, 0 to 1; 0 never slows
     * @param longest the longest such delay of one call
     */
    public record Slowdown(double below, Duration longest) {
        /** Below a tenth, by two seconds at most. */
        public static final Slowdown DEFAULT = new Slowdown(0.1, Duration.ofSeconds(2));

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if there is no such part
         */
        public Slowdown {
            if (below < 0 || below > 1) {
                throw new IllegalArgumentException("a part of the limit must be from 0 to 1");
            }
        }
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if no attempt would be made
     */
    public ResilienceSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("there must be at least one attempt");
        }
    }

    /**
     * The same with another number of attempts.
     *
     * @param count at least 1; 1 repeats nothing
     * @return the settings
     */
    public ResilienceSettings withAttempts(int count) {
        return new ResilienceSettings(count, waits, deadline, circuit, slots, slowdown, resumption, settling);
    }

    /**
     * The same with other waits between attempts.
     *
     * @param first the first
     * @param longest the longest
     * @return the settings
     */
    public ResilienceSettings withWaits(Duration first, Duration longest) {
        return with(new Waits(first, longest, waits.jitter(), waits.longestRetryAfter()));
    }

    /**
     * The same with waits drawn more or less.
     *
     * @param part 0 to below 1
     * @return the settings
     */
    public ResilienceSettings withJitter(double part) {
        return with(new Waits(waits.first(), waits.longest(), part, waits.longestRetryAfter()));
    }

    /**
     * The same with another longest {@code Retry-After}.
     *
     * @param longest the longest wait the other side may ask for
     * @return the settings
     */
    public ResilienceSettings withLongestRetryAfter(Duration longest) {
        return with(new Waits(waits.first(), waits.longest(), waits.jitter(), longest));
    }

    /**
     * The same with another deadline.
     *
     * @param time how long a call may take with all its attempts
     * @return the settings
     */
    public ResilienceSettings withDeadline(Duration time) {
        return new ResilienceSettings(attempts, waits, time, circuit, slots, slowdown, resumption, settling);
    }

    /**
     * The same with another circuit. Views of one account share the circuit of the first.
     *
     * @param other when to stop asking
     * @return the settings
     */
    public ResilienceSettings withCircuit(Circuit other) {
        return new ResilienceSettings(attempts, waits, deadline, other, slots, slowdown, resumption, settling);
    }

    /**
     * The same with another number of calls at once. Views of one account share that of the first.
     *
     * @param count how many at once
     * @param wait how long more of them wait
     * @return the settings
     */
    public ResilienceSettings withConcurrentCalls(int count, Duration wait) {
        Slots other = new Slots(count, wait);
        return new ResilienceSettings(attempts, waits, deadline, circuit, other, slowdown, resumption, settling);
    }

    /**
     * The same with another way to stay below the rate limit.
     *
     * @param below below which part of it calls are slowed down; 0 never
     * @param longest the longest delay of one call
     * @return the settings
     */
    public ResilienceSettings withSlowdown(double below, Duration longest) {
        Slowdown other = new Slowdown(below, longest);
        return new ResilienceSettings(attempts, waits, deadline, circuit, slots, other, resumption, settling);
    }

    /**
     * The same with another way to resume downloads.
     *
     * @param other how often
     * @return the settings
     */
    public ResilienceSettings withResumption(Resumption other) {
        return new ResilienceSettings(attempts, waits, deadline, circuit, slots, slowdown, other, settling);
    }

    /**
     * The same with another way to settle uploads.
     *
     * @param policy how hard to try
     * @return the settings
     */
    public ResilienceSettings withSettling(SettlingPolicy policy) {
        return new ResilienceSettings(attempts, waits, deadline, circuit, slots, slowdown, resumption, policy);
    }

    private ResilienceSettings with(Waits other) {
        return new ResilienceSettings(attempts, other, deadline, circuit, slots, slowdown, resumption, settling);
    }
}
