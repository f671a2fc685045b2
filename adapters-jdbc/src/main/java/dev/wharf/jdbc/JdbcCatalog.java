package dev.wharf.jdbc;

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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final JdbcRecords records;

    private JdbcCatalog(ConnectionSource connections, Dialect dialect) {
        this.connections = connections;
        this.transactions = new Transactions(connections, dialect);
        this.records = JdbcRecords.over(new Readings(transactions));
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
        return new JdbcCatalog(new SqliteConnections(dataSource, file), new SqliteDialect(file));
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
        return transactions.change(session -> work.apply(JdbcRecords.over(session)));
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
