package dev.wharf.deployment;

import dev.wharf.failure.ConflictException;

/** Whoever else deploys at the same time. What they did stays. */
final class SomebodyElse {
    private SomebodyElse() {}

    /** The failure of the deploy that came second. */
    static ConflictException changed(String what) {
        return new ConflictException(
                "Somebody else changed " + what + " during this deploy. Their change was kept.",
                "Check their change, then deploy again if you still want yours.");
    }
}
