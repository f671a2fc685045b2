package dev.wharf.jdbc;

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
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The catalog of a hosted registry in a database. Safe for use by many threads; any number of catalogs, also of other
 * processes, may be open on one database. Moments are kept to the microsecond, what is finer is cut off. A change cannot
 * begin within another one of the same catalog and thread; asking for that is an {@link IllegalStateException}, and so is
 * changing what the port says must exist and does not.
 */
public final class JdbcCatalog implements PackageCatalog, ApiKeyCatalog, AutoCloseable {
    private final ConnectionSource connections;
    private final Transactions transactions;

    private JdbcCatalog(ConnectionSource connections, Dialect dialect) {
        this.connections = connections;
        this.transactions = new Transactions(connections, dialect);
    }

    /**
     * Opens a catalog in a SQLite file. The file is created if it is not there, readable by its owner only; SQLite keeps
     * files of its own beside it, named {@code -wal} and {@code -shm}, and this an empty one, named {@code .lock}. The file
     * must be on a local disk.
     *
     * @param file the file, on the default file system, in a directory that exists
     * @return the catalog, which the caller closes
     * @throws dev.wharf.failure.StorageException if the file cannot be opened or created, is no such catalog, or was used
     *     by a newer version of this
     */
    public static JdbcCatalog sqlite(Path file) {
        DataSource dataSource = new SqliteFile(file).open();
        return new JdbcCatalog(new SqliteConnections(dataSource, file), new SqliteDialect());
    }

    /**
     * Opens a catalog in a PostgreSQL database of its own, through a pool of the caller's. The tables are created, or
     * brought up to date, in the connections' current schema. One change at a time uses one connection; readers use one
     * each for as long as one statement takes.
     *
     * @param dataSource gives the connections; left open when the catalog is closed
     * @return the catalog, which the caller closes
     * @throws dev.wharf.failure.StorageException if the database cannot be reached, holds something else, or was used by a
     *     newer version of this
     */
    public static JdbcCatalog postgres(DataSource dataSource) {
        return postgres(new DataSourceConnections(dataSource, () -> {}), dataSource);
    }

    /**
     * Opens a catalog in a PostgreSQL database of its own, through a small pool that is closed with the catalog.
     *
     * @param url where the database is, such as {@code jdbc:postgresql://db.example/wharf}
     * @param user the database user, who owns the database or its schema
     * @param password the user's password; never printed
     * @return the catalog, which the caller closes
     * @throws dev.wharf.failure.StorageException if the database cannot be reached, refuses the user, holds something else,
     *     or was used by a newer version of this
     */
    public static JdbcCatalog postgres(String url, String user, String password) {
        DataSourceConnections pool = PostgresPool.open(url, user, password, new PostgresDialect());
        try {
            return postgres(pool, pool.dataSource());
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    private static JdbcCatalog postgres(ConnectionSource connections, DataSource dataSource) {
        Dialect dialect = new PostgresDialect();
        new Schema(dataSource, dialect).ensureCurrent();
        return new JdbcCatalog(connections, dialect);
    }

    @Override
    public <T> T change(Function<Change, T> work) {
        return transactions.change(session -> work.apply(new JdbcChange(session)));
    }

    private <T> T read(Function<JdbcReads, T> work) {
        return transactions.read(session -> work.apply(new JdbcReads(session)));
    }

    @Override
    public Optional<ConnectorPackage> findPackage(PackageId id) {
        return read(reads -> reads.findPackage(id));
    }

    @Override
    public Set<PackageId> findShared(Collection<PackageId> ids) {
        return read(reads -> reads.findShared(ids));
    }

    @Override
    public List<Positioned<ConnectorPackage>> listPackages(long after, int limit) {
        return read(reads -> reads.listPackages(after, limit));
    }

    @Override
    public boolean needsArchive(Sha256 sha256, Instant cutoff) {
        return read(reads -> reads.needsArchive(sha256, cutoff));
    }

    @Override
    public Optional<Connection> findConnection(ConnectionId id) {
        return read(reads -> reads.findConnection(id));
    }

    @Override
    public List<Positioned<Connection>> listConnections(ConnectionFilter filter, long after, int limit) {
        return read(reads -> reads.listConnections(filter, after, limit));
    }

    @Override
    public Map<ConnectionId, SyncRun> findSyncs(Collection<ConnectionId> ids) {
        return read(reads -> reads.findSyncs(ids));
    }

    @Override
    public Optional<Fields> findState(ConnectionId id) {
        return read(reads -> reads.findState(id));
    }

    @Override
    public List<SealedSecret> listSecrets(ConnectionId id) {
        return read(reads -> reads.listSecrets(id));
    }

    @Override
    public List<Destination> findDestinations(Collection<DestinationId> ids) {
        return read(reads -> reads.findDestinations(ids));
    }

    @Override
    public Optional<Destination> findDestination(DestinationName name) {
        return read(reads -> reads.findDestination(name));
    }

    @Override
    public List<Positioned<Destination>> listDestinations(long after, int limit) {
        return read(reads -> reads.listDestinations(after, limit));
    }

    @Override
    public List<Positioned<AuditEntry>> listAudit(long after, int limit) {
        return read(reads -> reads.listAudit(after, limit));
    }

    @Override
    public Optional<AuditEntry> findLastAudit(AuditEntry.Action action, String subject) {
        return read(reads -> reads.findLastAudit(action, subject));
    }

    @Override
    public List<Positioned<BegunChange>> listBegun(long after, int limit) {
        return read(reads -> reads.listBegun(after, limit));
    }

    @Override
    public Optional<BegunChange> findBegun(UserId user, UploadKey key) {
        return read(reads -> reads.findBegun(user, key));
    }

    @Override
    public Optional<KeyedUpload> findUpload(UserId user, UploadKey key) {
        return read(reads -> reads.findUpload(user, key));
    }

    @Override
    public List<DeployRecord> listDeploys(ConnectionId connection) {
        return read(reads -> reads.listDeploys(connection));
    }

    @Override
    public Optional<DeployRecord> findDeploy(String id) {
        return read(reads -> reads.findDeploy(id));
    }

    @Override
    public boolean isDeployed(Sha256 sha256) {
        return read(reads -> reads.isDeployed(sha256));
    }

    @Override
    public Optional<ApiKey> findKey(String id) {
        return KeptText.isKept(id) ? transactions.read(session -> new ApiKeyRows(session).find(id)) : Optional.empty();
    }

    @Override
    public List<ApiKey> listKeys() {
        return transactions.read(session -> new ApiKeyRows(session).list());
    }

    @Override
    public boolean insertKey(ApiKey key) {
        return transactions.change(session -> new ApiKeyRows(session).insert(key));
    }

    @Override
    public boolean insertFirstKey(ApiKey key) {
        return transactions.change(session -> new ApiKeyRows(session).insertFirst(key));
    }

    @Override
    public boolean revokeKey(String id, Instant at) {
        return KeptText.isKept(id) && transactions.change(session -> new ApiKeyRows(session).revoke(id, at));
    }

    /**
     * Closes the connections. A change or a reading under way is completed; what is asked for later is a
     * {@link dev.wharf.failure.StorageException}. Closing again changes nothing.
     */
    @Override
    public void close() {
        connections.close();
    }
}
