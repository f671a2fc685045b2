package dev.wharf.model;

import org.jspecify.annotations.Nullable;

/**
 * Which connections to list.
 *
 * @param destinationId only those that write there; null for all
 * @param name only those so named; null for all
 */
public record ConnectionFilter(@Nullable DestinationId destinationId, @Nullable ConnectionName name) {
    /** Every connection. */
    public static final ConnectionFilter ALL = new ConnectionFilter(null, null);

    /**
     * Whether a connection is asked for.
     *
     * @param connection the connection
     * @return true if every condition holds
     */
    public boolean accepts(Connection connection) {
        return (destinationId == null || destinationId.equals(connection.destinationId()))
                && (name == null || name.equals(connection.name()));
    }
}
