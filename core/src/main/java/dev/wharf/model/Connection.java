package dev.wharf.model;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the service {@code connector_sdk}: a package at work, writing to a destination. Through a gateway also one of another
 * service ({@link #service}), all of whose configuration is in {@code others}.
 *
 * @param id names the connection, for ever
 * @param destinationId where it writes to; null if the account does not tell
 * @param name its permanent name, which is also its schema
 * @param packageId the package it runs; null if it has none, or if the account does not tell (then the package that
 *     {@linkplain ConnectorPackage#serves serves} this connection is the one)
 * @param pythonVersion the Python it runs under; null for the account's default
 * @param paused whether it rests
 * @param syncFrequencyMinutes minutes between two syncs; null for the account's default
 * @param naming how its schemas are named; null if the account does not tell
 * @param networking how its source is reached
 * @param schedule when it syncs, beside its frequency
 * @param secretKeys the keys of its configuration; the values cannot be read back
 * @param setupTests what came of the setup tests, in the answer of the call that ran them; empty in all others
 * @param status how it fares
 * @param createdBy who made it; null if the account does not tell
 * @param createdAt when it was made; null if the account does not tell
 * @param others what else the account tells
 */
public record Connection(
        ConnectionId id,
        @Nullable DestinationId destinationId,
        ConnectionName name,
        @Nullable PackageId packageId,
        @Nullable String pythonVersion,
        boolean paused,
        @Nullable Integer syncFrequencyMinutes,
        @Nullable SchemaNaming naming,
        Networking networking,
        Schedule schedule,
        List<String> secretKeys,
        List<SetupTest> setupTests,
        ConnectionStatus status,
        @Nullable UserId createdBy,
        @Nullable Instant createdAt,
        Fields others) {

    /** The REST API's name of the service all these connections are of. */
    public static final String SERVICE = "connector_sdk";

    /**
     * Copies the lists.
     *
     * @param id names the connection, for ever
     * @param destinationId where it writes to; null if the account does not tell
     * @param name its permanent name, which is also its schema
     * @param packageId the package it runs
     * @param pythonVersion the Python it runs under
     * @param paused whether it rests
     * @param syncFrequencyMinutes minutes between two syncs
     * @param naming how its schemas are named
     * @param networking how its source is reached
     * @param schedule when it syncs
     * @param secretKeys the keys of its configuration
     * @param setupTests what came of the setup tests
     * @param status how it fares
     * @param createdBy who made it
     * @param createdAt when it was made
     * @param others what else the account tells
     */
    public Connection {
        secretKeys = List.copyOf(secretKeys);
        setupTests = List.copyOf(setupTests);
    }

    /**
     * A connection of which it is not known when it syncs beside its frequency, nor how it fares.
     *
     * @param id names the connection, for ever
     * @param destinationId where it writes to; null if the account does not tell
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
    public Connection(
            ConnectionId id,
            @Nullable DestinationId destinationId,
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
            @Nullable Instant createdAt) {
        this(
                id,
                destinationId,
                name,
                packageId,
                pythonVersion,
                paused,
                syncFrequencyMinutes,
                naming,
                networking,
                Schedule.UNSTATED,
                secretKeys,
                setupTests,
                ConnectionStatus.UNKNOWN,
                createdBy,
                createdAt,
                Fields.NONE);
    }

    /**
     * A connection that has nothing yet but a name: no package, no configuration, at work.
     *
     * @param id names the connection, for ever
     * @param destinationId where it writes to; null if the account does not tell
     * @param name its permanent name, which is also its schema
     * @param createdBy who made it; null if that is not known
     * @param createdAt when it was made; null if that is not known
     * @return the connection
     */
    public static Connection bare(
            ConnectionId id,
            DestinationId destinationId,
            ConnectionName name,
            @Nullable UserId createdBy,
            @Nullable Instant createdAt) {
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
     * Of which service it is. A gateway's account may have connections of others, which run no package.
     *
     * @return {@link #SERVICE}, unless the account told another
     */
    public String service() {
        return others.get("service") instanceof String told ? told : SERVICE;
    }

    /**
     * The connection after a change. What is not asked for stays as it is.
     *
     * @param asked what is asked for
     * @return the connection, without results of setup tests
     */
    public Connection changedBy(ConnectionSettings asked) {
        return Asked.changed(this, asked);
    }

    /**
     * The same connection, made by somebody else.
     *
     * @param user who made it
     * @return the connection
     */
    public Connection madeBy(UserId user) {
        return with(draft -> draft.createdBy = user);
    }

    /**
     * The same connection with the results of setup tests.
     *
     * @param results what came of them
     * @return the connection
     */
    public Connection tested(List<SetupTest> results) {
        return with(draft -> draft.setupTests = results);
    }

    /**
     * The same connection, faring otherwise.
     *
     * @param now how it fares
     * @return the connection
     */
    public Connection faring(ConnectionStatus now) {
        return with(draft -> draft.status = now);
    }

    /**
     * The same connection with other settings told of.
     *
     * @param names how its schemas are named; null if the account does not tell
     * @param way how its source is reached
     * @param times when it syncs, beside its frequency
     * @param minutes minutes between two syncs; null for the account's default
     * @return the connection
     */
    public Connection showing(@Nullable SchemaNaming names, Networking way, Schedule times, @Nullable Integer minutes) {
        return with(draft -> {
            draft.naming = names;
            draft.networking = way;
            draft.schedule = times;
            draft.syncFrequencyMinutes = minutes;
        });
    }

    /**
     * The same connection with other fields told of.
     *
     * @param more what else is told
     * @return the connection
     */
    public Connection telling(Fields more) {
        return with(draft -> draft.others = more);
    }

    private Connection with(Consumer<ConnectionDraft> change) {
        ConnectionDraft draft = new ConnectionDraft(this);
        change.accept(draft);
        return draft.connection();
    }
}
