package dev.wharf.jdbc;

import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.testkit.catalog.PackageCatalogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlitePackageCatalogTest extends PackageCatalogContract {
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
    public PackageCatalog catalog() {
        return catalog;
    }

    @Override
    public PackageCatalog reopened() {
        catalog.close();
        catalog = JdbcCatalog.sqlite(directory.resolve("catalog.db"));
        return catalog;
    }
}
