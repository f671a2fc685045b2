package dev.wharf.testkit.catalog;

import dev.wharf.model.ApiKey;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.Sha256;
import dev.wharf.model.SyncRun;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import java.time.Instant;
import java.util.List;

/** All that an {@link InMemoryCatalog} holds at one moment. No longer changed once the catalog shows it. */
record Tables(
        Table<String, ApiKey> keys,
        Table<PackageId, ConnectorPackage> packages,
        Table<Sha256, Instant> releases,
        Table<DestinationId, Destination> destinations,
        Table<ConnectionId, Binding> connections,
        Table<ConnectionId, List<SealedSecret>> secrets,
        Table<ConnectionId, SyncRun> syncs,
        Table<ConnectionId, Fields> states,
        Table<String, KeptDeploy> deploys,
        Table<String, BegunChange> begun,
        Table<KeyOfUser, KeyedUpload> uploads,
        Table<Long, AuditEntry> audit) {
    /** A connection and whether it claims its package for itself. */
    record Binding(Connection connection, boolean exclusive) {
        boolean excludes(Binding other) {
            PackageId bound = connection.packageId();
            return exclusive
                    && other.exclusive
                    && bound != null
                    && bound.equals(other.connection.packageId())
                    && !connection.id().equals(other.connection.id());
        }
    }

    /** A deploy and whether the archives that it names are needed. */
    record KeptDeploy(DeployRecord entry, boolean keepsArchives) {}

    /** A key is one only together with whose it is. */
    record KeyOfUser(UserId user, UploadKey key) {}

    static Tables empty() {
        return new Tables(
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>(),
                new Table<>());
    }

    Tables copy() {
        return new Tables(
                keys.copy(),
                packages.copy(),
                releases.copy(),
                destinations.copy(),
                connections.copy(),
                secrets.copy(),
                syncs.copy(),
                states.copy(),
                deploys.copy(),
                begun.copy(),
                uploads.copy(),
                audit.copy());
    }
}
