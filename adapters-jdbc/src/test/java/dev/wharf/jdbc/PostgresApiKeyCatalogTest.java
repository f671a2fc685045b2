package dev.wharf.jdbc;

import dev.wharf.port.ApiKeyCatalog;
import dev.wharf.testkit.catalog.ApiKeyCatalogContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresApiKeyCatalogTest extends ApiKeyCatalogContract {
    @RegisterExtension
    static final PostgresDatabases POSTGRES = new PostgresDatabases();

    private static String database;

    private JdbcCatalog catalog;

    @BeforeAll
    static void create() throws SQLException {
        database = POSTGRES.create();
        JdbcCatalog.postgres(POSTGRES.dataSource(database)).close();
    }

    @BeforeEach
    void open() throws SQLException {
        PostgresDatabases.empty(POSTGRES.dataSource(database));
        catalog = JdbcCatalog.postgres(POSTGRES.url(database), "postgres", "postgres");
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Override
    protected ApiKeyCatalog catalog() {
        return catalog;
    }

    @Override
    protected ApiKeyCatalog reopened() {
        catalog.close();
        catalog = JdbcCatalog.postgres(POSTGRES.url(database), "postgres", "postgres");
        return catalog;
    }
}
