package dev.wharf.http.resilience;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.settling.Settlement;
import java.io.IOException;
import java.time.Duration;

/** What an account did about a bad day. */
public sealed interface ResilienceEvent {
    /**
     * In one line, for people.
     *
     * @return the line
     */
    String text();

    /**
     * A call failed and will be made again.
     *
     * @param call which
     * @param attempt how often it was made so far
     * @param pause how long until it is made again
     * @param failure why it failed
     */
    record Repeating(String call, int attempt, Duration pause, WharfException failure) implements ResilienceEvent {
        /**
         * Whether the other side asked for the pause, and it is not of our own choosing.
         *
         * @return true if it said how long to wait
         */
        public boolean isAskedFor() {
            return (failure instanceof RateLimitedException limited && limited.retryAfter() != null)
                    || (failure instanceof UnavailableException away && away.retryAfter() != null);
        }

        @Override
        public String text() {
            return "Attempt " + attempt + " to " + call + " failed. The next attempt follows in " + spoken(pause) + ". "
                    + failure.getMessage();
        }

        private static String spoken(Duration pause) {
            return pause.toSeconds() < 1 ? pause.toMillis() + " ms" : pause.toSeconds() + " s";
        }
    }

    /**
     * A call that may be repeated failed and will not be made again.
     *
     * @param call which
     * @param attempts how often it was made
     * @param failure why it failed the last time
     */
    record GivenUp(String call, int attempts, WharfException failure) implements ResilienceEvent {
        @Override
        public String text() {
            return "Gave up to " + call + " after " + attempts + (attempts == 1 ? " attempt." : " attempts.");
        }
    }

    /**
     * The account failed so often that it is not asked for a while, or is asked again.
     *
     * @param state how it is now
     */
    record CircuitChanged(State state) implements ResilienceEvent {
        /** Whether the account is asked. */
        public enum State {
            /** It is asked. */
            CLOSED,
            /** It is not asked. */
            OPEN,
            /** It is asked a few times, to see. */
            TRYING
        }

        @Override
        public String text() {
            return switch (state) {
                case CLOSED -> "The registry answers again.";
                case OPEN -> "The registry failed too often. Wharf pauses calls to it for a while.";
                case TRYING -> "Wharf tries the registry again.";
            };
        }
    }

    /**
     * A call was delayed because the account's rate limit is near.
     *
     * @param pause by how much
     * @param remaining how many calls are left
     * @param limit of how many
     */
    record SlowedDown(Duration pause, long remaining, long limit) implements ResilienceEvent {
        @Override
        public String text() {
            return "Waiting " + pause.toMillis() + " ms: " + remaining + " of " + limit + " calls are left.";
        }
    }

    /**
     * A download that broke off goes on where it did. Told on the thread that reads it.
     *
     * @param call which
     * @param position at which byte, counted from 0
     * @param failure why it broke off
     */
    record Resumed(String call, long position, IOException failure) implements ResilienceEvent {
        @Override
        public String text() {
            return "The call to " + call + " was interrupted, and continues at byte " + position + ": "
                    + failure.getMessage();
        }
    }

    /**
     * The account told of something in a form that is not known; it was taken as far as it was understood.
     *
     * @param what what it was, in a sentence; it may hold names that the account gave
     */
    record OddAnswer(String what) implements ResilienceEvent {
        @Override
        public String text() {
            return what;
        }
    }

    /**
     * What was answered is older than it should be: a gateway remembered it, and its account is slow or away.
     *
     * @param age how old it is; zero if the gateway does not say
     */
    record OldAnswer(Duration age) implements ResilienceEvent {
        @Override
        public String text() {
            String old = age.isZero() ? "" : ", and is " + spoken(age) + " old";
            return "The gateway cannot reach its account. This answer is from its cache" + old + ".";
        }

        private static String spoken(Duration age) {
            if (age.toMinutes() < 2) {
                return age.toSeconds() + " seconds";
            }
            return age.toHours() < 2 ? age.toMinutes() + " minutes" : age.toHours() + " hours";
        }
    }

    /**
     * Something was done about an upload whose answer was lost.
     *
     * @param settlement what
     */
    record Settled(Settlement settlement) implements ResilienceEvent {
        @Override
        public String text() {
            String what = settlement.packageId() == null ? "" : " " + settlement.packageId();
            return switch (settlement.outcome()) {
                case ADOPTED -> "The upload's answer was lost. Wharf found the package it created:" + what + ".";
                case SENT_AGAIN -> "The upload's answer was lost, and it created no package. Wharf sends it again.";
                case SURPLUS_DELETED -> "Wharf deleted a package that an earlier attempt created:" + what + ".";
                case SURPLUS_LEFT -> "Another package with the same bytes was found, and kept:" + what + ".";
                case UNKNOWN -> "The upload's answer was lost. Its result is not known.";
            };
        }
    }
}
