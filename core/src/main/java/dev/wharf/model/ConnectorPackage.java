package dev.wharf.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account knows of one uploaded connector archive.
 *
 * @param id names the package, for ever
 * @param connectionIds the connections that use it; empty while it is unbound. More than one where the account lets connections
 *     share a package (the vendor's reusable packages); then its file is the code of each of them
 * @param createdBy who uploaded it first, and so owns it; null if the account does not tell, as for system keys
 * @param lastUpdatedBy who uploaded its present file; null if the account does not tell
 * @param createdAt when it was uploaded first; null if the account does not tell
 * @param updatedAt when its present file was uploaded; null if the account does not tell
 * @param sha256 the hash of exactly the uploaded bytes; null if the account does not tell
 * @param useTold whether the account tells which connections use it
 * @param others what else the account tells
 */
public record ConnectorPackage(
        PackageId id,
        List<ConnectionId> connectionIds,
        @Nullable UserId createdBy,
        @Nullable UserId lastUpdatedBy,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Sha256 sha256,
        UseTold useTold,
        Fields others) {

    /** How much an account tells, with a package, of the connections that use it. */
    public enum UseTold {
        /** All of them. */
        WHOLE,
        /** Something, which could not be understood whole. */
        UNCLEAR,
        /** Nothing; the connections may tell. */
        NOT
    }

    /**
     * Copies the list.
     *
     * @param id names the package, for ever
     * @param connectionIds the connections that use it
     * @param createdBy who uploaded it first
     * @param lastUpdatedBy who uploaded its present file
     * @param createdAt when it was uploaded first
     * @param updatedAt when its present file was uploaded
     * @param sha256 the hash of exactly the uploaded bytes
     * @param useTold whether the account tells which connections use it
     * @param others what else the account tells
     */
    public ConnectorPackage {
        connectionIds = List.copyOf(connectionIds);
    }

    /**
     * A package of which it is known which connections use it.
     *
     * @param id names the package, for ever
     * @param connectionIds the connections that use it; empty while it is unbound
     * @param createdBy who uploaded it first; null if the account does not tell
     * @param lastUpdatedBy who uploaded its present file; null if the account does not tell
     * @param createdAt when it was uploaded first; null if the account does not tell
     * @param updatedAt when its present file was uploaded; null if the account does not tell
     * @param sha256 the hash of exactly the uploaded bytes; null if the account does not tell
     * @param others what else the account tells
     */
    public ConnectorPackage(
            PackageId id,
            List<ConnectionId> connectionIds,
            @Nullable UserId createdBy,
            @Nullable UserId lastUpdatedBy,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            @Nullable Sha256 sha256,
            Fields others) {
        this(id, connectionIds, createdBy, lastUpdatedBy, createdAt, updatedAt, sha256, UseTold.WHOLE, others);
    }

    /**
     * A package that serves one connection, or none, and of which no more is known.
     *
     * @param id names the package, for ever
     * @param connectionId the connection that uses it; null while it is unbound
     * @param createdBy who uploaded it first; null if the account does not tell
     * @param lastUpdatedBy who uploaded its present file; null if the account does not tell
     * @param createdAt when it was uploaded first; null if the account does not tell
     * @param updatedAt when its present file was uploaded; null if the account does not tell
     * @param sha256 the hash of exactly the uploaded bytes; null if the account does not tell
     */
    public ConnectorPackage(
            PackageId id,
            @Nullable ConnectionId connectionId,
            @Nullable UserId createdBy,
            @Nullable UserId lastUpdatedBy,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            @Nullable Sha256 sha256) {
        this(
                id,
                connectionId == null ? List.of() : List.of(connectionId),
                createdBy,
                lastUpdatedBy,
                createdAt,
                updatedAt,
                sha256,
                Fields.NONE);
    }

    /**
     * The connection that uses this package; where several do, the first of them (the REST API's {@code connection_id}).
     *
     * @return the connection; null while it is unbound
     */
    public @Nullable ConnectionId connectionId() {
        return connectionIds.isEmpty() ? null : connectionIds.get(0);
    }

    /**
     * Whether a connection uses this package now.
     *
     * @return true while bound
     */
    public boolean isBound() {
        return !connectionIds.isEmpty();
    }

    /**
     * Whether a connection uses this package now.
     *
     * @param connection the connection
     * @return true if it is among those that do
     */
    public boolean serves(@Nullable ConnectionId connection) {
        return connection != null && connectionIds.contains(connection);
    }

    /**
     * The connections that use this package beside one.
     *
     * @param connection the one; null for a connection that is still to be made
     * @return the others, in their order; empty if there are none
     */
    public List<ConnectionId> othersThan(@Nullable ConnectionId connection) {
        return connectionIds.stream().filter(each -> !each.equals(connection)).toList();
    }

    /**
     * The same package, whoever is said to have made it.
     *
     * @param creator who uploaded it first; null if that is not known
     * @param updater who uploaded its present file; null if that is not known
     * @return the package
     */
    public ConnectorPackage signed(@Nullable UserId creator, @Nullable UserId updater) {
        return new ConnectorPackage(id, connectionIds, creator, updater, createdAt, updatedAt, sha256, useTold, others);
    }
}
