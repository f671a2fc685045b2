package dev.wharf.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time as it passes: what it is, and waiting for more of it. */
public interface Pace extends InstantSource {
    /**
     * Waits.
     *
     * @param wait how long; not at all if it is not positive
     * @throws InterruptedException if the thread is interrupted, at once
     */
    void pause(Duration wait) throws InterruptedException;

    /**
     * The system's clock, and real waiting.
     *
     * @return the pace of this machine
     */
    static Pace system() {
        return new Pace() {
            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public void pause(Duration wait) throws InterruptedException {
                boolean never = new CountDownLatch(1).await(wait.toNanos(), TimeUnit.NANOSECONDS);
                assert !never : "nobody counts it down";
            }
        };
    }
}
