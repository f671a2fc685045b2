package dev.wharf.testkit;

import dev.wharf.model.ApiKey;
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
import dev.wharf.port.ApiKeyCatalog;
import dev.wharf.port.PackageCatalog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A catalog for tests: transactional, safe for use by many threads, gone with the process. A change works on a copy of
 * everything which then takes the place of what was there, so a change costs what the catalog holds.
 */
public final class InMemoryCatalog implements PackageCatalog, ApiKeyCatalog {
    private final ReentrantLock changing = new ReentrantLock(true);
    private volatile CatalogState state = new CatalogState();

    /** An empty catalog. */
    public InMemoryCatalog() {}

    @Override
    public <T> T change(Function<Change, T> work) {
        return replacing(work::apply);
    }

    private <T> T replacing(Function<CatalogState, T> work) {
        if (changing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change cannot begin within another");
        }
        changing.lock();
        try {
            CatalogState next = new CatalogState(state);
            T answer = work.apply(next);
            state = next;
            return answer;
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<ConnectorPackage> findPackage(PackageId id) {
        return state.findPackage(id);
    }

    @Override
    public List<Positioned<ConnectorPackage>> listPackages(long after, int limit) {
        return state.listPackages(after, limit);
    }

    @Override
    public boolean needsArchive(Sha256 sha256, Instant cutoff) {
        return state.needsArchive(sha256, cutoff);
    }

    @Override
    public Optional<Connection> findConnection(ConnectionId id) {
        return state.findConnection(id);
    }

    @Override
    public List<Positioned<Connection>> listConnections(ConnectionFilter filter, long after, int limit) {
        return state.listConnections(filter, after, limit);
    }

    @Override
    public List<SealedSecret> listSecrets(ConnectionId id) {
        return state.listSecrets(id);
    }

    @Override
    public Map<ConnectionId, SyncRun> findSyncs(Collection<ConnectionId> ids) {
        return state.findSyncs(ids);
    }

    @Override
    public Optional<Fields> findState(ConnectionId id) {
        return state.findState(id);
    }

    @Override
    public Set<PackageId> findShared(Collection<PackageId> ids) {
        return state.findShared(ids);
    }

    @Override
    public List<Destination> findDestinations(Collection<DestinationId> ids) {
        return state.findDestinations(ids);
    }

    @Override
    public Optional<Destination> findDestination(DestinationName name) {
        return state.findDestination(name);
    }

    @Override
    public List<Positioned<Destination>> listDestinations(long after, int limit) {
        return state.listDestinations(after, limit);
    }

    @Override
    public List<Positioned<AuditEntry>> listAudit(long after, int limit) {
        return state.listAudit(after, limit);
    }

    @Override
    public Optional<AuditEntry> findLastAudit(AuditEntry.Action action, String subject) {
        return state.findLastAudit(action, subject);
    }

    @Override
    public List<Positioned<BegunChange>> listBegun(long after, int limit) {
        return state.listBegun(after, limit);
    }

    @Override
    public Optional<BegunChange> findBegun(UserId user, UploadKey key) {
        return state.findBegun(user, key);
    }

    @Override
    public Optional<KeyedUpload> findUpload(UserId user, UploadKey key) {
        return state.findUpload(user, key);
    }

    @Override
    public Optional<ApiKey> findKey(String id) {
        return state.keys.find(id);
    }

    @Override
    public List<ApiKey> listKeys() {
        return state.keys.all().toList();
    }

    @Override
    public boolean insertKey(ApiKey key) {
        return replacing(next -> next.keys.add(key.id(), key));
    }

    @Override
    public boolean insertFirstKey(ApiKey key) {
        return replacing(next -> next.keys.all().findAny().isEmpty() && next.keys.add(key.id(), key));
    }

    @Override
    public boolean revokeKey(String id, Instant at) {
        return replacing(next -> {
            Optional<ApiKey> found = next.keys.find(id);
            found.filter(key -> key.revokedAt() == null)
                    .ifPresent(key -> next.keys.replace(
                            id, new ApiKey(id, key.secretHash(), key.principal(), key.createdAt(), at)));
            return found.isPresent();
        });
    }

    @Override
    public List<DeployRecord> listDeploys(ConnectionId connection) {
        return state.listDeploys(connection);
    }

    @Override
    public Optional<DeployRecord> findDeploy(String id) {
        return state.findDeploy(id);
    }

    @Override
    public boolean isDeployed(Sha256 sha256) {
        return state.isDeployed(sha256);
    }
}
