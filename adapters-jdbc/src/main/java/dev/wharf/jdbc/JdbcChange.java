package dev.wharf.jdbc;

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
import dev.wharf.port.PackageCatalog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** One transaction's view. Nobody else writes meanwhile, so what was read stays true. */
final class JdbcChange extends JdbcReads implements PackageCatalog.Change {
    JdbcChange(Session session) {
        super(session);
    }

    @Override
    public boolean insert(ConnectorPackage connectorPackage) {
        return packages.insert(connectorPackage);
    }

    @Override
    public void replaceFile(PackageId id, Sha256 sha256, UserId by, Instant at) {
        packages.replaceFile(id, sha256, by, at);
    }

    @Override
    public void deletePackage(PackageId id, Instant at) {
        packages.delete(id, at);
    }

    @Override
    public boolean insert(Connection connection, boolean exclusive) {
        return connections.insert(connection, exclusive);
    }

    @Override
    public void update(Connection connection, boolean exclusive) {
        connections.update(connection, exclusive);
    }

    @Override
    public void replaceSecrets(ConnectionId id, List<SealedSecret> replacing) {
        secrets.replace(id, replacing);
    }

    @Override
    public Set<String> sealingKeys() {
        return secrets.sealingKeys();
    }

    @Override
    public void write(ConnectionId id, SyncRun last) {
        syncs.write(id, last);
    }

    @Override
    public void write(ConnectionId id, Fields state) {
        syncs.write(id, state);
    }

    @Override
    public void deleteConnection(ConnectionId id) {
        syncs.delete(id);
        connections.delete(id);
        deploys.deleteOf(id);
    }

    @Override
    public boolean insert(Destination destination) {
        return destinations.insert(destination);
    }

    @Override
    public void rename(DestinationId id, DestinationName name) {
        destinations.rename(id, name);
    }

    @Override
    public void deleteDestination(DestinationId id) {
        destinations.delete(id);
    }

    @Override
    public void forgetArchive(Sha256 sha256) {
        packages.forgetArchive(sha256);
    }

    @Override
    public void record(AuditEntry entry) {
        audit.insert(entry);
    }

    @Override
    public void begin(BegunChange change) {
        begun.insert(change);
    }

    @Override
    public boolean settle(String id) {
        return begun.delete(id);
    }

    @Override
    public void stillUnderWay(Collection<String> ids, Instant until) {
        begun.prolong(ids, until);
    }

    @Override
    public void keep(KeyedUpload upload) {
        uploads.insert(upload);
    }

    @Override
    public int forgetUploads(Instant before) {
        return uploads.deleteBefore(before);
    }

    @Override
    public void write(DeployRecord entry, int kept, int archives) {
        deploys.write(entry, kept, archives);
    }
}
