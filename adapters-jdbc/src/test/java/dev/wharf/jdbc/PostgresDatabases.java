package dev.wharf.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** Databases of their own for tests, of a PostgreSQL server that all test classes of this JVM share. */
final class PostgresDatabases implements BeforeAllCallback {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private EmbeddedPostgres server;

    /** One that ends with this JVM's tests. */
    private record Running(EmbeddedPostgres server) implements AutoCloseable {
        static Running start() {
            try {
                // What a machine that loses its power would leave is not looked at here.
                return new Running(EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(PostgresDatabases.class))
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class)
                .server();
    }

    /** A new database without any table. */
    String create() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        execute(server.getPostgresDatabase(), "CREATE DATABASE " + name);
        return name;
    }

    DataSource dataSource(String database) {
        return server.getDatabase("postgres", database);
    }

    String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes a catalog's database as empty as a new one. */
    static void empty(DataSource dataSource) throws SQLException {
        execute(
                dataSource,
                "TRUNCATE packages, connections, destinations, releases, api_keys, audit, changes_begun, keyed_uploads, deploys RESTART IDENTITY CASCADE");
    }
}
