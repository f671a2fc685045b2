package dev.wharf.registry;

import java.time.Duration;
import java.util.Map;

/**
 * How the syncs of a hosted registry go, which are simulated.
 *
 * @param time how long one takes; zero for those that have ended when they begin
 * @param usual what comes of the syncs of every connection that has no outcome of its own
 * @param ofConnections what comes of the syncs of connections by their names, whatever destination they write to
 */
public record SyncSettings(Duration time, SyncOutcome usual, Map<String, SyncOutcome> ofConnections) {
    /** Every sync takes five seconds and ends well. */
    public static final SyncSettings DEFAULT = new SyncSettings(Duration.ofSeconds(5), SyncOutcome.SUCCEED, Map.of());

    /**
     * Copies the map.
     *
     * @param time how long one takes
     * @param usual what comes of the syncs of every connection that has no outcome of its own
     * @param ofConnections what comes of the syncs of connections by their names
     */
    public SyncSettings {
        ofConnections = Map.copyOf(ofConnections);
    }

    boolean succeeds(String connection) {
        return ofConnections.getOrDefault(connection, usual) == SyncOutcome.SUCCEED;
    }
}
