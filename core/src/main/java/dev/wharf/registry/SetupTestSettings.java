package dev.wharf.registry;

import java.util.Map;

/**
 * What the setup tests of a hosted registry answer where only a running connector could tell.
 *
 * @param usual the outcome of every connection that has none of its own
 * @param ofConnections the outcome of connections by their names, whatever destination they write to
 */
public record SetupTestSettings(SetupTestOutcome usual, Map<String, SetupTestOutcome> ofConnections) {
    /** Every test passes that the registry cannot run. */
    public static final SetupTestSettings DEFAULT = new SetupTestSettings(SetupTestOutcome.PASS, Map.of());

    /**
     * Copies the map.
     *
     * @param usual the outcome of every connection that has none of its own
     * @param ofConnections the outcome of connections by their names
     */
    public SetupTestSettings {
        ofConnections = Map.copyOf(ofConnections);
    }

    SetupTestOutcome of(String connection) {
        return ofConnections.getOrDefault(connection, usual);
    }
}
