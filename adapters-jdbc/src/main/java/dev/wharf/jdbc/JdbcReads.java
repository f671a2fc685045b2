package dev.wharf.jdbc;

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
import dev.wharf.port.CatalogReads;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads by one session. Each reading that must see one state is one statement. */
class JdbcReads implements CatalogReads {
    final PackageRows packages;
    final ConnectionRows connections;
    final SecretRows secrets;
    final DestinationRows destinations;
    final AuditRows audit;
    final BegunRows begun;
    final UploadRows uploads;
    final DeployRows deploys;
    final SyncRows syncs;

    JdbcReads(Session session) {
        packages = new PackageRows(session);
        connections = new ConnectionRows(session);
        secrets = new SecretRows(session);
        destinations = new DestinationRows(session);
        audit = new AuditRows(session);
        begun = new BegunRows(session);
        uploads = new UploadRows(session);
        deploys = new DeployRows(session);
        syncs = new SyncRows(session);
    }

    @Override
    public final Optional<ConnectorPackage> findPackage(PackageId id) {
        return packages.find(id);
    }

    @Override
    public final Set<PackageId> findShared(Collection<PackageId> ids) {
        return packages.shared(ids);
    }

    @Override
    public final List<Positioned<ConnectorPackage>> listPackages(long after, int limit) {
        return packages.list(after, limit);
    }

    @Override
    public final boolean needsArchive(Sha256 sha256, Instant cutoff) {
        return packages.needsArchive(sha256, cutoff) || deploys.names(sha256);
    }

    @Override
    public final Optional<Connection> findConnection(ConnectionId id) {
        return connections.find(id);
    }

    @Override
    public final List<Positioned<Connection>> listConnections(ConnectionFilter filter, long after, int limit) {
        return connections.list(filter, after, limit);
    }

    @Override
    public final List<SealedSecret> listSecrets(ConnectionId id) {
        return secrets.list(id);
    }

    @Override
    public final Map<ConnectionId, SyncRun> findSyncs(Collection<ConnectionId> ids) {
        return syncs.find(ids);
    }

    @Override
    public final Optional<Fields> findState(ConnectionId id) {
        return syncs.findState(id);
    }

    @Override
    public final Optional<Destination> findDestination(DestinationId id) {
        return destinations.find(id);
    }

    @Override
    public final List<Destination> findDestinations(Collection<DestinationId> ids) {
        return destinations.find(ids);
    }

    @Override
    public final Optional<Destination> findDestination(DestinationName name) {
        return destinations.find(name);
    }

    @Override
    public final List<Positioned<Destination>> listDestinations(long after, int limit) {
        return destinations.list(after, limit);
    }

    @Override
    public final List<Positioned<AuditEntry>> listAudit(long after, int limit) {
        return audit.list(after, limit);
    }

    @Override
    public final Optional<AuditEntry> findLastAudit(AuditEntry.Action action, String subject) {
        return audit.last(action, subject);
    }

    @Override
    public final List<Positioned<BegunChange>> listBegun(long after, int limit) {
        return begun.list(after, limit);
    }

    @Override
    public final Optional<BegunChange> findBegun(UserId user, UploadKey key) {
        return begun.find(user, key);
    }

    @Override
    public final Optional<KeyedUpload> findUpload(UserId user, UploadKey key) {
        return uploads.find(user, key);
    }

    @Override
    public final List<DeployRecord> listDeploys(ConnectionId connection) {
        return deploys.list(connection);
    }

    @Override
    public final Optional<DeployRecord> findDeploy(String id) {
        return deploys.find(id);
    }

    @Override
    public final boolean isDeployed(Sha256 sha256) {
        return deploys.names(sha256);
    }
}
