package dev.wharf.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the service {@code connector_sdk}: a package at work, writing to a destination.
 *
 * @param id names the connection, for ever
 * @param destinationId where it writes to
 * @param name its permanent name, which is also its schema
 * @param packageId the package it runs; null if it has none, or if the account does not tell (then the package whose
 *     {@link ConnectorPackage#connectionId()} is this connection is the one)
 * @param pythonVersion the Python it runs under; null for the account's default
 * @param paused whether it rests
 * @param syncFrequencyMinutes minutes between two syncs; null for the account's default
 * @param secretKeys the keys of its configuration; the values cannot be read back
 * @param createdBy who made it; null if the account does not tell
 * @param createdAt when it was made
 */
public record Connection(
        ConnectionId id,
        DestinationId destinationId,
        ConnectionName name,
        @Nullable PackageId packageId,
        @Nullable String pythonVersion,
        boolean paused,
        @Nullable Integer syncFrequencyMinutes,
        List<String> secretKeys,
        @Nullable UserId createdBy,
        Instant createdAt) {

    /** The REST API's name of the service all these connections are of. */
    public static final String SERVICE = "connector_sdk";

    /**
     * Copies the keys.
     *
     * @param id names the connection, for ever
     * @param destinationId where it writes to
     * @param name its permanent name, which is also its schema
     * @param packageId the package it runs
     * @param pythonVersion the Python it runs under
     * @param paused whether it rests
     * @param syncFrequencyMinutes minutes between two syncs
     * @param secretKeys the keys of its configuration
     * @param createdBy who made it
     * @param createdAt when it was made
     */
    public Connection {
        secretKeys = List.copyOf(secretKeys);
    }
}
