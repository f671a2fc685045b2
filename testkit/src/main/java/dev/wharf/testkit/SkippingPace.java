package dev.wharf.testkit;

import dev.wharf.port.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time for tests: it stands still until somebody waits, and then that time is over at once. Safe for many threads. */
public final class SkippingPace implements Pace {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now;

    /**
     * Time from a moment on.
     *
     * @param start what it is at first
     */
    public SkippingPace(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        synchronized (this) {
            if (!wait.isNegative() && !wait.isZero()) {
                pauses.add(wait);
                now = now.plus(wait);
            }
        }
    }

    /**
     * Lets time pass without anybody waiting.
     *
     * @param time how much
     */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    /**
     * What has been waited.
     *
     * @return each wait that was not nothing, in order
     */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
