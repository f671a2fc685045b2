package dev.wharf.testkit.catalog;

import dev.wharf.model.ApiKey;
import dev.wharf.port.ApiKeyCatalog;
import dev.wharf.port.catalog.ArchiveReferences;
import dev.wharf.port.catalog.AuditRecords;
import dev.wharf.port.catalog.BegunRecords;
import dev.wharf.port.catalog.ConnectionRecords;
import dev.wharf.port.catalog.DeployRecords;
import dev.wharf.port.catalog.DestinationRecords;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.port.catalog.PackageRecords;
import dev.wharf.port.catalog.SecretRecords;
import dev.wharf.port.catalog.SyncRecords;
import dev.wharf.port.catalog.UploadRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A catalog for tests: transactional, safe for use by many threads, gone with the process. A change works on a copy of
 * everything which then takes the place of what was there, so a change costs what the catalog holds.
 */
public final class InMemoryCatalog implements PackageCatalog, ApiKeyCatalog {
    private final ReentrantLock changing = new ReentrantLock(true);
    private final KeptRecords records = KeptRecords.in(() -> this.tables);
    private volatile Tables tables = Tables.empty();

    /** An empty catalog. */
    public InMemoryCatalog() {}

    @Override
    public <T> T change(Function<Change, T> work) {
        return replacing(next -> work.apply(KeptRecords.in(() -> next)));
    }

    private <T> T replacing(Function<Tables, T> work) {
        if (changing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change cannot begin within another");
        }
        changing.lock();
        try {
            Tables next = tables.copy();
            T answer = work.apply(next);
            tables = next;
            return answer;
        } finally {
            changing.unlock();
        }
    }

    @Override
    public PackageRecords packages() {
        return records.packages();
    }

    @Override
    public ArchiveReferences archives() {
        return records.archives();
    }

    @Override
    public DestinationRecords destinations() {
        return records.destinations();
    }

    @Override
    public ConnectionRecords connections() {
        return records.connections();
    }

    @Override
    public SecretRecords secrets() {
        return records.secrets();
    }

    @Override
    public SyncRecords syncs() {
        return records.syncs();
    }

    @Override
    public DeployRecords deploys() {
        return records.deploys();
    }

    @Override
    public BegunRecords begun() {
        return records.begun();
    }

    @Override
    public UploadRecords uploads() {
        return records.uploads();
    }

    @Override
    public AuditRecords audit() {
        return records.audit();
    }

    @Override
    public Optional<ApiKey> findKey(String id) {
        return tables.keys().find(id);
    }

    @Override
    public List<ApiKey> listKeys() {
        return tables.keys().all().toList();
    }

    @Override
    public boolean insertKey(ApiKey key) {
        return replacing(next -> next.keys().add(key.id(), key));
    }

    @Override
    public boolean insertFirstKey(ApiKey key) {
        return replacing(
                next -> next.keys().all().findAny().isEmpty() && next.keys().add(key.id(), key));
    }

    @Override
    public boolean revokeKey(String id, Instant at) {
        return replacing(next -> {
            Optional<ApiKey> found = next.keys().find(id);
            found.filter(key -> key.revokedAt() == null).ifPresent(key -> next.keys()
                    .replace(id, new ApiKey(id, key.secretHash(), key.principal(), key.createdAt(), at)));
            return found.isPresent();
        });
    }
}
