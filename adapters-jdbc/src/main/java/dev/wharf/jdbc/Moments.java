package dev.wharf.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database keeps them: microseconds since 1970, in UTC. */
final class Moments {
    private static final Instant EARLIEST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);
    private static final Instant LATEST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);

    private Moments() {}

    /** Rounds down; what is farther than 292,000 years from now becomes the farthest there is. */
    static long toMicros(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        if (instant.isAfter(LATEST)) {
            return Long.MAX_VALUE;
        }
        long sinceSecond = instant.getNano() / 1_000;
        return instant.getEpochSecond() < 0
                ? (instant.getEpochSecond() + 1) * 1_000_000 + (sinceSecond - 1_000_000)
                : instant.getEpochSecond() * 1_000_000 + sinceSecond;
    }

    static Instant fromMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
