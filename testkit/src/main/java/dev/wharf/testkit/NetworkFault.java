package dev.wharf.testkit;

/**
 * What goes wrong once on a {@link FaultyNetwork}.
 *
 * @param request how the request begins that it waits for, such as {@code "POST "}; empty for any
 * @param direction which bytes are counted, and struck
 * @param after how many of them pass unharmed, counted from that request's first byte on
 * @param kind what happens then
 */
public record NetworkFault(String request, Direction direction, long after, Kind kind) {
    /** Which way bytes go. */
    public enum Direction {
        /** To the server. */
        REQUEST,
        /** To the caller. */
        RESPONSE
    }

    /** What happens. */
    public enum Kind {
        /** The connection is reset on both sides. */
        RESET,
        /** The connection is reset towards the caller; the server goes on as if nothing were. */
        RESET_TOWARDS_CALLER,
        /** Whoever receives is told that there is no more to come. */
        HALF_CLOSE,
        /** One byte arrives as another. */
        CORRUPT,
        /** Nothing more arrives, and nobody is told. */
        STALL,
        /**
         * What is at hand then, up to some kilobytes, arrives at a byte every 200 milliseconds: too slow for any use, too fast for a
         * time-out that waits for silence.
         */
        TRICKLE,
        /** Nothing; the bytes are only counted. */
        NOTHING
    }
}
