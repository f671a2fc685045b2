package dev.wharf.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/** Opens a catalog file once in a fresh process and prints the microseconds it took; see benchmarks/catalog-open.sh. */
final class CatalogOpening {
    private CatalogOpening() {}

    /** Arguments: the file, and "plain", "always" to ask Flyway even if the fast path would do, or "driver". */
    public static void main(String[] args) throws SQLException {
        Path file = Path.of(args[0]);
        long start = System.nanoTime();
        switch (args[1]) {
            case "driver" -> new SQLiteDataSource().getConnection().close();
            case "always" -> {
                Migration.run(new SqliteFile(file).open(), new SqliteDialect());
                openAndRead(file);
            }
            default -> openAndRead(file);
        }
        System.out.println((System.nanoTime() - start) / 1_000);
    }

    private static void openAndRead(Path file) {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            catalog.packages().list(0, 1);
        }
    }
}
