package dev.wharf.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class SqliteSchemaTest extends CatalogFile {
    @Test
    void an_older_schema_is_brought_up_to_date() {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, "", "")
                .baselineVersion("0")
                .load()
                .baseline();

        openAndUse();
    }

    @Test
    void a_schema_of_a_newer_version_is_refused() throws SQLException {
        openAndUse();
        raw("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 'x', 1, 1)");

        assertRefused("newer version of Wharf");
    }

    @Test
    void somebody_elses_database_is_refused_and_left_alone() throws SQLException {
        raw("CREATE TABLE theirs (value TEXT)");

        assertRefused("an empty database of its own");

        assertThat(ask("SELECT count(*) FROM sqlite_master WHERE name = 'packages'"))
                .isEqualTo("0");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
        Files.writeString(file, "This is a text of some length, and not a database at all. ".repeat(100));
        byte[] before = Files.readAllBytes(file);

        assertRefused("Restore the last backup");

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void the_newest_migration_is_the_version_the_fast_path_looks_for() {
        openAndUse();

        assertThat(Flyway.configure()
                        .dataSource("jdbc:sqlite:" + file, "", "")
                        .locations("classpath:db/wharf")
                        .placeholders(new SqliteDialect().placeholders())
                        .load()
                        .info()
                        .all())
                .extracting(migration -> Integer.parseInt(migration.getVersion().getVersion()))
                .last()
                .isEqualTo(Schema.VERSION);
    }
}
