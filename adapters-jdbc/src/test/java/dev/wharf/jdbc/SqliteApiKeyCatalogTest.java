package dev.wharf.jdbc;

import dev.wharf.port.ApiKeyCatalog;
import dev.wharf.testkit.catalog.ApiKeyCatalogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteApiKeyCatalogTest extends ApiKeyCatalogContract {
    @TempDir
    Path directory;

    private JdbcCatalog catalog;

    @BeforeEach
    void open() {
        catalog = JdbcCatalog.sqlite(directory.resolve("catalog.db"));
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
        catalog = JdbcCatalog.sqlite(directory.resolve("catalog.db"));
        return catalog;
    }
}
