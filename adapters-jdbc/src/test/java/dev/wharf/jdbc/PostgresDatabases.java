package dev.wharf.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL server for the tests of one class. */
final class PostgresDatabases implements BeforeAllCallback, AfterAllCallback {
    private EmbeddedPostgres server;
    private int databases;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = EmbeddedPostgres.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
    }

    /** A new database without any table. */
    String create() throws SQLException {
        String name = "test" + ++databases;
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
