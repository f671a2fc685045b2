package dev.wharf.port;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.Connection;
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
import dev.wharf.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a hosted registry knows: packages, connections, destinations, and the record of changes. Transactional. The rules
 * live in {@code dev.wharf.registry}; a catalog backs them where it can (unique names and bindings, references that exist).
 * Each of the reading methods sees one consistent state.
 */
public interface PackageCatalog extends CatalogReads {
    /**
     * Runs a change as one transaction: when this returns, all of it is durable; when it throws, none of it happened.
     * Changes behave as if they ran one after the other, also those of other processes.
     *
     * @param <T> what the change answers
     * @param work what to do; may be run again from the start when it collides with another change, so it must have no
     *     effect but through its argument. What it throws ends the transaction and is thrown on
     * @return what the work answered
     * @throws dev.wharf.failure.StorageException if the catalog fails
     */
    <T> T change(Function<Change, T> work);

    /** One change under way. Not for use by several threads, nor after the work has returned. */
    interface Change extends CatalogReads {
        /**
         * Adds a package.
         *
         * @param connectorPackage the package; its connection is ignored, its hash must be known
         * @return false if the identifier is taken; then nothing was added and the change can go on
         */
        boolean insert(ConnectorPackage connectorPackage);

        /**
         * Records a package's new file. If no other package refers to the old one, the catalog notes when that one was let go
         * of.
         *
         * @param id the package, which exists
         * @param sha256 the hash of the new file
         * @param by who replaced it
         * @param at when
         */
        void replaceFile(PackageId id, Sha256 sha256, UserId by, Instant at);

        /**
         * Removes a package. If no other package refers to its file, the catalog notes when that one was let go of.
         *
         * @param id the package, which exists
         * @param at when
         * @throws dev.wharf.failure.PackageInUseException if a connection refers to it
         */
        void deletePackage(PackageId id, Instant at);

        /**
         * Adds a connection.
         *
         * @param connection the connection
         * @param exclusive whether its package, if it has one, may have no other exclusive connection
         * @return false if the identifier is taken; then nothing was added and the change can go on
         * @throws dev.wharf.failure.BindingConflictException if both this and another connection of the package are exclusive
         * @throws dev.wharf.failure.ConflictException if the destination has a connection of that name
         * @throws dev.wharf.failure.NotFoundException if the package or the destination is not there
         */
        boolean insert(Connection connection, boolean exclusive);

        /**
         * Replaces what is known of a connection, found by its identifier.
         *
         * @param connection the connection, which exists; its identifier, destination, name and creation are not changed
         * @param exclusive whether its package, if it has one, may have no other exclusive connection
         * @throws dev.wharf.failure.BindingConflictException if both this and another connection of the package are exclusive
         * @throws dev.wharf.failure.NotFoundException if the package is not there
         */
        void update(Connection connection, boolean exclusive);

        /**
         * Replaces the whole configuration of a connection.
         *
         * @param id the connection, which exists
         * @param secrets its entries from now on, sealed
         */
        void replaceSecrets(ConnectionId id, List<SealedSecret> secrets);

        /**
         * The keys that configurations are sealed with. Costs the same however many there are.
         *
         * @return their identifiers
         */
        Set<String> sealingKeys();

        /**
         * Keeps the last sync of a connection, in place of the one before.
         *
         * @param id the connection, which exists
         * @param last the sync; goes when the connection is deleted
         */
        void write(ConnectionId id, SyncRun last);

        /**
         * Keeps the state of a connection, in place of the one before.
         *
         * @param id the connection, which exists
         * @param state the state; goes when the connection is deleted
         */
        void write(ConnectionId id, Fields state);

        /**
         * Removes a connection and its configuration.
         *
         * @param id the connection, which exists
         */
        void deleteConnection(ConnectionId id);

        /**
         * Adds a destination.
         *
         * @param destination the destination
         * @return false if the identifier is taken; then nothing was added and the change can go on
         * @throws dev.wharf.failure.ConflictException if there is one of that name
         */
        boolean insert(Destination destination);

        /**
         * Gives a destination another name.
         *
         * @param id the destination, which exists
         * @param name the name
         * @throws dev.wharf.failure.ConflictException if there is another of that name
         */
        void rename(DestinationId id, DestinationName name);

        /**
         * Removes a destination.
         *
         * @param id the destination, which exists
         * @throws dev.wharf.failure.ConflictException if a connection writes to it
         */
        void deleteDestination(DestinationId id);

        /**
         * Forgets when an archive was let go of, because its bytes are gone.
         *
         * @param sha256 the archive
         */
        void forgetArchive(Sha256 sha256);

        /**
         * Writes about a deploy to a connection; replaces what was written under its id before. Of its connection, the newest
         * deploys stay, and the archives that the newest of these name are needed.
         *
         * @param entry the deploy, whose connection must be known; goes when that is deleted
         * @param deploys how many deploys of the connection stay, at least 1
         * @param archives of how many the archives are needed
         */
        void write(DeployRecord entry, int deploys, int archives);

        /**
         * Adds to the record of changes.
         *
         * @param entry what is being done
         */
        void record(AuditEntry entry);

        /**
         * Adds a change that is about to be asked of an account elsewhere.
         *
         * @param begun the change, whose identifier nothing has yet
         */
        void begin(BegunChange begun);

        /**
         * Removes a change that was begun, because it is known now what became of it.
         *
         * @param id its identifier
         * @return false if there is none such, because somebody else found that out before
         */
        boolean settle(String id);

        /**
         * Notes that changes that were begun are under way still.
         *
         * @param ids their identifiers; those that are settled meanwhile are left out
         * @param until until when they are taken to be
         */
        void stillUnderWay(Collection<String> ids, Instant until);

        /**
         * Adds what an upload with a key became.
         *
         * @param upload the upload, whose user has no other with that key
         */
        void keep(KeyedUpload upload);

        /**
         * Forgets what uploads with keys became.
         *
         * @param before those before this moment
         * @return how many were forgotten
         */
        int forgetUploads(Instant before);
    }
}
