package dev.wharf.port;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Fields;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.Sha256;
import dev.wharf.model.SyncRun;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be read of a catalog. Every list is in the order of creation, begins after a position, and costs the same
 * wherever it begins. Positions are positive and grow; 0 stands before all. Every method may throw
 * {@link dev.wharf.failure.StorageException}.
 */
public interface CatalogReads {
    /**
     * Finds a package. Its {@link ConnectorPackage#connectionId()} is the connection that refers to it, the oldest if several
     * do, null if none does.
     *
     * @param id the package
     * @return the package, or empty
     */
    Optional<ConnectorPackage> findPackage(PackageId id);

    /**
     * Tells which of some packages several connections refer to. One reading, however many they are.
     *
     * @param ids the packages, which need not exist; at most 1000
     * @return those of them that two connections or more refer to
     */
    Set<PackageId> findShared(Collection<PackageId> ids);

    /**
     * Lists packages.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the packages that follow
     */
    List<Positioned<ConnectorPackage>> listPackages(long after, int limit);

    /**
     * Tells whether an archive must be kept: a package refers to it, or the last one that did let go of it only recently, or a
     * deploy names it ({@link #isDeployed}).
     *
     * @param sha256 the archive
     * @param cutoff archives let go of at or after this still count
     * @return true if it must be kept
     */
    boolean needsArchive(Sha256 sha256, Instant cutoff);

    /**
     * Finds a connection.
     *
     * @param id the connection
     * @return the connection, or empty
     */
    Optional<Connection> findConnection(ConnectionId id);

    /**
     * Lists connections.
     *
     * @param filter which ones
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the connections that follow
     */
    List<Positioned<Connection>> listConnections(ConnectionFilter filter, long after, int limit);

    /**
     * Lists the configuration of a connection, sealed, in the order in which it was given.
     *
     * @param id the connection, which need not exist
     * @return its entries; empty if there are none
     */
    List<SealedSecret> listSecrets(ConnectionId id);

    /**
     * Finds the last syncs that connections were told to begin.
     *
     * @param ids the connections, which need not exist; at most 1000
     * @return the syncs by their connections; nothing of those that never began one
     */
    Map<ConnectionId, SyncRun> findSyncs(Collection<ConnectionId> ids);

    /**
     * Finds the state of a connection, as whoever writes it has it.
     *
     * @param id the connection, which need not exist
     * @return the state, or empty if none was ever written
     */
    Optional<Fields> findState(ConnectionId id);

    /**
     * Finds a destination.
     *
     * @param id the destination
     * @return the destination, or empty
     */
    default Optional<Destination> findDestination(DestinationId id) {
        return findDestinations(List.of(id)).stream().findFirst();
    }

    /**
     * Finds destinations. One reading, however many they are.
     *
     * @param ids the destinations, which need not exist; at most 1000
     * @return those that exist, in any order
     */
    List<Destination> findDestinations(Collection<DestinationId> ids);

    /**
     * Finds a destination by its name.
     *
     * @param name the exact name
     * @return the destination, or empty
     */
    Optional<Destination> findDestination(DestinationName name);

    /**
     * Lists destinations.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the destinations that follow
     */
    List<Positioned<Destination>> listDestinations(long after, int limit);

    /**
     * Lists the changes made, the oldest first.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the entries that follow
     */
    List<Positioned<AuditEntry>> listAudit(long after, int limit);

    /**
     * Finds the last change of a kind that was made to something.
     *
     * @param action the kind
     * @param subject the identifier of what it was made to
     * @return the entry that was recorded last, or empty; costs the same however many there are
     */
    Optional<AuditEntry> findLastAudit(AuditEntry.Action action, String subject);

    /**
     * Lists the changes that were begun and of which it is not known yet what became of them, in the order in which they were
     * begun.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the changes that follow
     */
    List<Positioned<BegunChange>> listBegun(long after, int limit);

    /**
     * Finds the upload of a user that was begun with a key, and of which it is not known yet what became of it.
     *
     * @param user who uploads
     * @param key what they call it
     * @return the change, or empty
     */
    Optional<BegunChange> findBegun(UserId user, UploadKey key);

    /**
     * Finds what a user's upload with a key became.
     *
     * @param user who uploaded
     * @param key what they called it
     * @return the upload, or empty
     */
    Optional<KeyedUpload> findUpload(UserId user, UploadKey key);

    /**
     * Lists the deploys to a connection.
     *
     * @param connection the connection
     * @return the deploys, the one written first first
     */
    List<DeployRecord> listDeploys(ConnectionId connection);

    /**
     * Finds a deploy.
     *
     * @param id its id
     * @return what was last written of it, or empty
     */
    Optional<DeployRecord> findDeploy(String id);

    /**
     * Whether an archive is kept because a deploy names it, so that it can run again.
     *
     * @param sha256 the archive
     * @return true if one does that was not yet crowded out by later ones
     */
    boolean isDeployed(Sha256 sha256);

    /**
     * An item and its place in the list.
     *
     * @param <T> what is listed
     * @param position its place; pass it as {@code after} to continue behind it
     * @param item the item
     */
    record Positioned<T>(long position, T item) {}
}
