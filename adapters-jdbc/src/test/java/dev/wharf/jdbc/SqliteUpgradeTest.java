package dev.wharf.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteUpgradeTest extends UpgradeContract {
    @TempDir
    Path directory;

    @Override
    Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    DataSource database() {
        return new SqliteFile(file()).open();
    }

    @Override
    JdbcCatalog open() {
        return JdbcCatalog.sqlite(file());
    }

    private Path file() {
        return directory.resolve("catalog.db");
    }
}
