package dev.wharf.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Numbers what happens from 1 on, and says which of it has to fail. */
final class Steps {
    private final AtomicInteger taken = new AtomicInteger();
    private volatile int failing;
    private volatile @Nullable String failed;

    /** Counts from 1 again; the step of that number is due to fail, none if it is 0. */
    void restart(int failAt) {
        failed = null;
        failing = failAt;
        taken.set(0);
    }

    /** Takes the next step; true if it is the one to fail. */
    boolean fails(String what) {
        int step = taken.incrementAndGet();
        if (step != failing) {
            return false;
        }
        failed = "step " + step + " (" + what + ")";
        return true;
    }

    int taken() {
        return taken.get();
    }

    /** The step that failed, as text; null if none did. */
    @Nullable
    String failed() {
        return failed;
    }
}
