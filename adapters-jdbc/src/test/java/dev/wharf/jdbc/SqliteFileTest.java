package dev.wharf.jdbc;

import static dev.wharf.jdbc.Samples.connectorPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.model.PackageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteFileTest extends CatalogFile {
    @Test
    void every_file_is_readable_by_its_owner_only() throws IOException {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            catalog.change(change -> change.packages().insert(connectorPackage("harmony")));

            for (String name : List.of("catalog.db", "catalog.db-wal", "catalog.db-shm", "catalog.db.lock")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void nothing_is_promised_into_a_file_that_was_deleted_or_replaced_under_an_open_catalog() throws IOException {
        Path backup = directory.resolve("backup.db");
        openAndUse();
        Files.copy(file, backup);
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            catalog.change(change -> change.packages().insert(connectorPackage("before")));

            Files.delete(file);
            assertLost(catalog);
            Files.move(backup, file);
            assertLost(catalog);
        }
    }

    private static void assertLost(JdbcCatalog catalog) {
        assertThatThrownBy(() -> catalog.change(change -> change.packages().insert(connectorPackage("lost"))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("deleted, moved or replaced");
        assertThatThrownBy(() -> catalog.packages().find(new PackageId("harmony")))
                .isInstanceOf(StorageException.class);
    }

    @Test
    void closing_the_last_catalog_leaves_everything_in_the_one_file() {
        openAndUse();

        assertThat(directory.resolve("catalog.db-wal")).doesNotExist();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void a_file_may_have_any_name() throws IOException {
        file = Files.createDirectory(directory.resolve("ä b")).resolve("what?#%41&mode=memory.db");

        openAndUse();

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void a_relative_path_is_as_good() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        file = here.relativize(directory.toRealPath()).resolve("relative.db");

        openAndUse();

        assertThat(directory.resolve("relative.db")).isNotEmptyFile();
    }

    @Test
    void an_empty_file_becomes_a_catalog() throws IOException {
        Files.createFile(file);

        openAndUse();
    }

    @Test
    void a_file_in_a_missing_directory_is_refused() {
        file = directory.resolve("missing").resolve("catalog.db");

        assertRefused("its directory exists");
    }

    @Test
    void a_directory_in_place_of_the_file_is_refused() throws IOException {
        Files.createDirectory(file);

        assertRefused("cannot be opened");
    }

    @Test
    void a_backup_that_lost_its_journal_mode_gets_it_back() throws SQLException {
        openAndUse();
        raw("PRAGMA journal_mode = DELETE");

        openAndUse();

        assertThat(ask("PRAGMA journal_mode")).isEqualTo("wal");
    }

    @Test
    void the_database_itself_keeps_a_package_to_one_exclusive_connection() throws SQLException {
        openAndUse();
        raw("INSERT INTO destinations (id, name, created_at) VALUES ('warehouse', 'Warehouse', 0)");
        String insert = "INSERT INTO connections (id, destination_id, name, package_id, exclusive_package_id, paused,"
                + " secret_keys, created_at) VALUES ('%1$s', 'warehouse', '%1$s', 'harmony', 'harmony', false, '', 0)";
        raw(insert.formatted("one"));

        assertThatThrownBy(() -> raw(insert.formatted("two")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("connections.exclusive_package_id");
    }

    @Test
    void a_row_that_no_catalog_can_have_written_is_told() throws SQLException {
        openAndUse();
        raw("UPDATE packages SET sha256 = 'tampered'");

        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            assertThatThrownBy(() -> catalog.packages().list(0, 1))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("Restore the last backup");
        }
    }

    @Test
    void changes_are_synced_to_the_disk_and_references_checked() throws SQLException {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file);
                Connection connection = new SqliteFile(file).open().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(catalog.packages().list(0, 1)).isEmpty();
            assertThat(pragma(statement, "synchronous")).isEqualTo(2);
            assertThat(pragma(statement, "foreign_keys")).isEqualTo(1);
            assertThat(pragma(statement, "busy_timeout")).isEqualTo(60_000);
        }
    }

    private static int pragma(Statement statement, String name) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.getInt(1);
        }
    }
}
