package dev.wharf.server.transfer;

import java.time.Duration;

/**
 * How fast an upload must come.
 *
 * @param most how long it may take in all
 * @param patience how long it is waited for before its speed is looked at
 * @param bytesPerSecond the least speed while it is waited for; what the server itself is busy does not count
 */
record UploadPace(Duration most, Duration patience, long bytesPerSecond) {
    boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos >= patience.toNanos()
                && bytes
                        < Math.max(
                                1,
                                bytesPerSecond
                                        * (waitedNanos
                                                / (double) Duration.ofSeconds(1).toNanos()));
    }
}
