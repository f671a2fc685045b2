package dev.wharf.http;

import dev.wharf.port.Pace;

/**
 * How the downloads of an account are resumed.
 *
 * @param bounds how often
 * @param pace waits
 * @param listener told of each
 */
record Resuming(Resumption bounds, Pace pace, ResumptionListener listener) {
    static final Resuming DEFAULT = new Resuming(Resumption.DEFAULT, Pace.system(), (id, position, failure) -> {});
}
