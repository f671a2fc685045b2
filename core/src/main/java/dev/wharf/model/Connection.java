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
 * @param naming how its schemas are named; null if the account does not tell
 * @param networking how its source is reached
 * @param secretKeys the keys of its configuration; the values cannot be read back
 * @param setupTests what came of the setup tests, in the answer of the call that ran them; empty in all others
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
        @Nullable SchemaNaming naming,
        Networking networking,
        List<String> secretKeys,
        List<SetupTest> setupTests,
        @Nullable UserId createdBy,
        Instant createdAt) {

    /** The REST API's name of the service all these connections are of. */
    public static final String SERVICE = "connector_sdk";

    /**
     * Copies the lists.
     *
     * @param id names the connection, for ever
     * @param destinationId where it writes to
     * @param name its permanent name, which is also its schema
     * @param packageId the package it runs
     * @param pythonVersion the Python it runs under
     * @param paused whether it rests
     * @param syncFrequencyMinutes minutes between two syncs
     * @param naming how its schemas are named
     * @param networking how its source is reached
     * @param secretKeys the keys of its configuration
     * @param setupTests what came of the setup tests
     * @param createdBy who made it
     * @param createdAt when it was made
     */
    public Connection {
        secretKeys = List.copyOf(secretKeys);
        setupTests = List.copyOf(setupTests);
    }

    /**
     * A connection that has nothing yet but a name: no package, no configuration, at work.
     *
     * @param id names the connection, for ever
     * @param destinationId where it writes to
     * @param name its permanent name, which is also its schema
     * @param createdBy who made it; null if that is not known
     * @param createdAt when it was made
     * @return the connection
     */
    public static Connection bare(
            ConnectionId id,
            DestinationId destinationId,
            ConnectionName name,
            @Nullable UserId createdBy,
            Instant createdAt) {
        return new Connection(
                id,
                destinationId,
                name,
                null,
                null,
                false,
                null,
                null,
                Networking.UNSTATED,
                List.of(),
                List.of(),
                createdBy,
                createdAt);
    }

    /**
     * The connection after a change. What is not asked for stays as it is.
     *
     * @param asked what is asked for
     * @return the connection, without results of setup tests
     */
    public Connection changedBy(ConnectionSettings asked) {
        List<Secret> secrets = asked.secrets();
        return new Connection(
                id,
                destinationId,
                name,
                orElse(asked.packageId(), packageId),
                orElse(asked.pythonVersion(), pythonVersion),
                asked.paused() == null ? paused : asked.paused(),
                orElse(asked.syncFrequencyMinutes(), syncFrequencyMinutes),
                orElse(asked.naming(), naming),
                networking.changedBy(asked.networking()),
                secrets == null ? secretKeys : secrets.stream().map(Secret::key).toList(),
                List.of(),
                createdBy,
                createdAt);
    }

    /**
     * The same connection, made by somebody else.
     *
     * @param user who made it
     * @return the connection
     */
    public Connection madeBy(UserId user) {
        return new Connection(
                id,
                destinationId,
                name,
                packageId,
                pythonVersion,
                paused,
                syncFrequencyMinutes,
                naming,
                networking,
                secretKeys,
                setupTests,
                user,
                createdAt);
    }

    /**
     * The same connection with the results of setup tests.
     *
     * @param results what came of them
     * @return the connection
     */
    public Connection tested(List<SetupTest> results) {
        return new Connection(
                id,
                destinationId,
                name,
                packageId,
                pythonVersion,
                paused,
                syncFrequencyMinutes,
                naming,
                networking,
                secretKeys,
                results,
                createdBy,
                createdAt);
    }

    private static <T> @Nullable T orElse(@Nullable T asked, @Nullable T present) {
        return asked == null ? present : asked;
    }
}
