package dev.wharf.jdbc;

import static dev.wharf.jdbc.Samples.connectorPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.model.PackageId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The file of a catalog on SQLite, not yet there when a test begins. */
abstract class CatalogFile {
    @TempDir
    Path directory;

    Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("catalog.db");
    }

    void raw(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getString(1);
        }
    }

    void openAndUse() {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            catalog.change(change -> change.packages().insert(connectorPackage("harmony")));
            assertThat(catalog.packages().find(new PackageId("harmony"))).isPresent();
        }
    }

    void assertRefused(String advice) {
        assertThatThrownBy(() -> JdbcCatalog.sqlite(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(advice)
                .hasMessageNotContainingAny(directory.toString(), "SELECT", "SQLITE");
    }
}
