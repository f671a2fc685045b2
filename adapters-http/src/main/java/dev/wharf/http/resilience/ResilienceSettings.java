package dev.wharf.http.resilience;

import dev.wharf.registry.SettlingPolicy;
import java.time.Duration;

/**
 * How hard an account tries.
 *
 * @param attempts how often a call that may be repeated is made at most, the first time included
 * @param firstWait the wait before the second attempt, doubled before each further one
 * @param longestWait the longest of these waits
 * @param jitter by what part each of these waits is drawn longer or shorter, 0 to below 1, so that many callers do not come back
 *     together
 * @param longestRetryAfter the longest wait that the other side may ask for ({@code Retry-After}) and get; beyond it the call fails
 *     and says when to come back
 * @param deadline how long a call may take with all its attempts. Of a call that sends an archive the time counts from its first
 *     failure on, since how long sending takes is a matter of its size; while nothing moves, the account's own time-outs end it.
 *     Of a download it counts until the first byte
 * @param circuit when to stop asking at all
 * @param concurrentCalls how many calls may be under way at once; more wait
 * @param slotWait how long they wait
 * @param slowBelow below which part of the account's rate limit calls are slowed down, 0 to 1; 0 never slows
 * @param longestSlowdown the longest such delay of one call
 * @param settling how hard to try to settle an upload whose answer was lost
 */
public record ResilienceSettings(
        int attempts,
        Duration firstWait,
        Duration longestWait,
        double jitter,
        Duration longestRetryAfter,
        Duration deadline,
        Circuit circuit,
        int concurrentCalls,
        Duration slotWait,
        double slowBelow,
        Duration longestSlowdown,
        SettlingPolicy settling) {
    /**
     * Five attempts within two minutes; waits of half a second to 20 seconds, drawn by a half; a minute of {@code Retry-After}; 64
     * calls at once; slower when less than a tenth of the rate limit is left.
     */
    public static final ResilienceSettings DEFAULT = new ResilienceSettings(
            5,
            Duration.ofMillis(500),
            Duration.ofSeconds(20),
            0.5,
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Circuit.DEFAULT,
            64,
            Duration.ofSeconds(30),
            0.1,
            Duration.ofSeconds(2),
            SettlingPolicy.DEFAULT);

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
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one makes no sense
     */
    public ResilienceSettings {
        if (attempts < 1 || concurrentCalls < 1) {
            throw new IllegalArgumentException("there must be at least one attempt and one call at once");
        }
        if (jitter < 0 || jitter >= 1 || slowBelow < 0 || slowBelow > 1) {
            throw new IllegalArgumentException("parts must be between 0 and 1");
        }
        if (firstWait.toMillis() < 1 || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("waits must be at least a millisecond, and the longest the longest");
        }
    }

    /**
     * The same with another number of attempts.
     *
     * @param count at least 1; 1 repeats nothing
     * @return the settings
     */
    public ResilienceSettings withAttempts(int count) {
        return new ResilienceSettings(
                count,
                firstWait,
                longestWait,
                jitter,
                longestRetryAfter,
                deadline,
                circuit,
                concurrentCalls,
                slotWait,
                slowBelow,
                longestSlowdown,
                settling);
    }

    /**
     * The same with other waits.
     *
     * @param first the first
     * @param longest the longest
     * @return the settings
     */
    public ResilienceSettings withWaits(Duration first, Duration longest) {
        return new ResilienceSettings(
                attempts,
                first,
                longest,
                jitter,
                longestRetryAfter,
                deadline,
                circuit,
                concurrentCalls,
                slotWait,
                slowBelow,
                longestSlowdown,
                settling);
    }

    /**
     * The same with waits drawn more or less.
     *
     * @param part 0 to below 1
     * @return the settings
     */
    public ResilienceSettings withJitter(double part) {
        return new ResilienceSettings(
                attempts,
                firstWait,
                longestWait,
                part,
                longestRetryAfter,
                deadline,
                circuit,
                concurrentCalls,
                slotWait,
                slowBelow,
                longestSlowdown,
                settling);
    }

    /**
     * The same with another longest {@code Retry-After}.
     *
     * @param longest the longest wait the other side may ask for
     * @return the settings
     */
    public ResilienceSettings withLongestRetryAfter(Duration longest) {
        return new ResilienceSettings(
                attempts,
                firstWait,
                longestWait,
                jitter,
                longest,
                deadline,
                circuit,
                concurrentCalls,
                slotWait,
                slowBelow,
                longestSlowdown,
                settling);
    }

    /**
     * The same with another deadline.
     *
     * @param time how long a call may take with all its attempts
     * @return the settings
     */
    public ResilienceSettings withDeadline(Duration time) {
        return new ResilienceSettings(
                attempts,
                firstWait,
                longestWait,
                jitter,
                longestRetryAfter,
                time,
                circuit,
                concurrentCalls,
                slotWait,
                slowBelow,
                longestSlowdown,
                settling);
    }

    /**
     * The same with another circuit. Views of one account share the circuit of the first.
     *
     * @param other when to stop asking
     * @return the settings
     */
    public ResilienceSettings withCircuit(Circuit other) {
        return new ResilienceSettings(
                attempts,
                firstWait,
                longestWait,
                jitter,
                longestRetryAfter,
                deadline,
                other,
                concurrentCalls,
                slotWait,
                slowBelow,
                longestSlowdown,
                settling);
    }

    /**
     * The same with another number of calls at once. Views of one account share that of the first.
     *
     * @param count how many at once
     * @param wait how long more of them wait
     * @return the settings
     */
    public ResilienceSettings withConcurrentCalls(int count, Duration wait) {
        return new ResilienceSettings(
                attempts,
                firstWait,
                longestWait,
                jitter,
                longestRetryAfter,
                deadline,
                circuit,
                count,
                wait,
                slowBelow,
                longestSlowdown,
                settling);
    }

    /**
     * The same with another way to stay below the rate limit.
     *
     * @param below below which part of it calls are slowed down; 0 never
     * @param longest the longest delay of one call
     * @return the settings
     */
    public ResilienceSettings withSlowdown(double below, Duration longest) {
        return new ResilienceSettings(
                attempts,
                firstWait,
                longestWait,
                jitter,
                longestRetryAfter,
                deadline,
                circuit,
                concurrentCalls,
                slotWait,
                below,
                longest,
                settling);
    }

    /**
     * The same with another way to settle uploads.
     *
     * @param policy how hard to try
     * @return the settings
     */
    public ResilienceSettings withSettling(SettlingPolicy policy) {
        return new ResilienceSettings(
                attempts,
                firstWait,
                longestWait,
                jitter,
                longestRetryAfter,
                deadline,
                circuit,
                concurrentCalls,
                slotWait,
                slowBelow,
                longestSlowdown,
                policy);
    }
}
