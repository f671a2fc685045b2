package dev.wharf.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUpgradeTest extends UpgradeContract {
    @RegisterExtension
    static final PostgresDatabases POSTGRES = new PostgresDatabases();

    private DataSource database;

    @BeforeEach
    void create() throws SQLException {
        database = POSTGRES.dataSource(POSTGRES.create());
    }

    @Override
    Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    DataSource database() {
        return database;
    }

    @Override
    JdbcCatalog open() {
        return JdbcCatalog.postgres(database);
    }
}
