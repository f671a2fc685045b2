package dev.wharf.jdbc;

import static dev.wharf.jdbc.PostgresDatabases.execute;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A catalog in a database of its own on PostgreSQL. */
abstract class PostgresCatalog {
    @RegisterExtension
    static final PostgresDatabases POSTGRES = new PostgresDatabases();

    String database;
    DataSource dataSource;
    JdbcCatalog catalog;

    @BeforeEach
    void create() throws SQLException {
        database = POSTGRES.create();
        dataSource = POSTGRES.dataSource(database);
        catalog = JdbcCatalog.postgres(dataSource);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    /** Writes as no Wharf does: without queueing. */
    void outside(String sql) {
        try {
            execute(dataSource, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
