package dev.wharf.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process or thread does. The bound is generous: it only ends what would never end. */
final class Waiting {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private Waiting() {}

    static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(BOUND);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("what was waited for did not happen");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
