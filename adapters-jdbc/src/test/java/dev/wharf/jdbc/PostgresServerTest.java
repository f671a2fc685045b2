package dev.wharf.jdbc;

import static dev.wharf.jdbc.PostgresDatabases.execute;
import static dev.wharf.jdbc.Samples.connectorPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wharf.failure.StorageException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresServerTest extends PostgresCatalog {
    @Test
    void a_schema_of_a_newer_version_is_refused() {
        outside("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 'x', 1, true)");

        assertThatThrownBy(() -> JdbcCatalog.postgres(dataSource))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("newer version of Wharf");
    }

    @Test
    void somebody_elses_database_is_refused() throws SQLException {
        DataSource theirs = POSTGRES.dataSource(POSTGRES.create());
        execute(theirs, "CREATE TABLE theirs (value TEXT)");

        assertThatThrownBy(() -> JdbcCatalog.postgres(theirs))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("an empty database of its own");
    }

    @Test
    void a_missing_database_is_told_without_its_address_or_the_password() {
        String url = POSTGRES.url(database).replace(database, "missing");

        assertThatThrownBy(() -> JdbcCatalog.postgres(url, "postgres", "the-password"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Check the database's name")
                .hasMessageNotContainingAny("missing?", "localhost", "the-password");
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        assertThatThrownBy(() -> JdbcCatalog.postgres("jdbc:postgresql://127.0.0.1:1/wharf", "wharf", "the-password"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContainingAny("127.0.0.1", "the-password");
    }

    @Test
    void a_lost_connection_fails_one_reading_and_not_the_next() {
        try (JdbcCatalog pooled = JdbcCatalog.postgres(POSTGRES.url(database), "postgres", "postgres")) {
            assertThatThrownBy(() -> pooled.change(change -> {
                        outside("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                        return change.packages().insert(connectorPackage("harmony"));
                    }))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("cannot be reached");

            assertThat(pooled.<Boolean>change(change -> change.packages().insert(connectorPackage("harmony"))))
                    .isTrue();
        }
    }

    @Test
    void a_data_source_that_does_not_commit_by_itself_is_as_good() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(POSTGRES.url(database));
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config);
                JdbcCatalog theirs = JdbcCatalog.postgres(pool)) {
            theirs.change(change -> change.packages().insert(connectorPackage("harmony")));
            assertThat(theirs.packages().list(0, 10)).hasSize(1);
        }

        assertThat(catalog.packages().list(0, 10)).hasSize(1);
    }
}
