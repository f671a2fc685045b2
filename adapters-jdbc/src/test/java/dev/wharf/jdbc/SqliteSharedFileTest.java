package dev.wharf.jdbc;

import static dev.wharf.jdbc.Samples.connectorPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.model.PackageId;
import dev.wharf.port.catalog.PackageCatalog.Change;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteSharedFileTest {
    private static final PackageId COUNTER = new PackageId("counter");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("catalog.db");
    }

    private static void together(int members, Callable<Boolean> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(members);
        ExecutorService threads = Executors.newFixedThreadPool(members);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, members)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        start.await();
                        return task.call();
                    })
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void catalogs_that_create_one_file_at_once_and_count_in_it_lose_nothing() throws Exception {
        together(4, () -> {
            try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
                catalog.change(change -> change.packages().insert(connectorPackage("counter")));
                for (int i = 0; i < 10; i++) {
                    Samples.increment(catalog, COUNTER);
                }
            }
            return true;
        });

        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            assertThat(Samples.count(catalog, COUNTER)).isEqualTo(40);
        }
    }

    @Test
    void one_catalog_sees_what_another_changed() {
        try (JdbcCatalog one = JdbcCatalog.sqlite(file);
                JdbcCatalog other = JdbcCatalog.sqlite(file)) {
            assertThat(other.packages().list(0, 10)).isEmpty();

            one.change(change -> change.packages().insert(connectorPackage("harmony")));

            assertThat(other.packages().list(0, 10)).hasSize(1);
        }
    }

    @Test
    void readers_of_every_catalog_go_on_while_a_change_is_under_way() {
        try (JdbcCatalog one = JdbcCatalog.sqlite(file);
                JdbcCatalog other = JdbcCatalog.sqlite(file)) {
            one.change(change -> {
                change.packages().insert(connectorPackage("harmony"));
                assertThat(one.packages().list(0, 10)).isEmpty();
                assertThat(other.packages().list(0, 10)).isEmpty();
                return true;
            });
        }
    }

    @Test
    void more_readers_than_connections_all_get_their_turn() throws Exception {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            catalog.change(change -> change.packages().insert(connectorPackage("harmony")));

            together(32, () -> {
                for (int i = 0; i < 20; i++) {
                    assertThat(catalog.packages().list(0, 10)).hasSize(1);
                }
                return true;
            });
        }
    }

    @Test
    void a_change_cannot_begin_within_another() {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            assertThatThrownBy(() -> catalog.change(outer -> catalog.change(inner -> true)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(catalog.<Boolean>change(change -> change.packages().insert(connectorPackage("harmony"))))
                    .isTrue();
        }
    }

    @Test
    void a_change_is_of_no_use_after_its_work_has_returned() {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            AtomicReference<Change> kept = new AtomicReference<>();
            catalog.change(change -> {
                kept.set(change);
                return true;
            });

            assertThatThrownBy(() -> kept.get().packages().insert(connectorPackage("late")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(catalog.packages().list(0, 1)).isEmpty();
        }
    }

    @Test
    void what_must_exist_and_does_not_is_the_callers_mistake() {
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            assertThatThrownBy(() -> catalog.change(change -> {
                        change.packages().delete(COUNTER, Samples.NOON);
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_closed_catalog_refuses_and_may_be_closed_again() {
        JdbcCatalog catalog = JdbcCatalog.sqlite(file);
        catalog.close();
        catalog.close();

        assertThatThrownBy(() -> catalog.packages().list(0, 1)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> catalog.change(change -> true)).isInstanceOf(StorageException.class);
    }

    @Test
    void a_catalog_closed_during_a_change_completes_it() {
        JdbcCatalog catalog = JdbcCatalog.sqlite(file);

        catalog.change(change -> {
            catalog.close();
            return change.packages().insert(connectorPackage("harmony"));
        });

        try (JdbcCatalog again = JdbcCatalog.sqlite(file)) {
            assertThat(again.packages().list(0, 1)).hasSize(1);
        }
    }

    @Test
    void a_full_disk_is_told_and_undone() {
        JdbcCatalog.sqlite(file).close();
        SQLiteDataSource full = new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = 1");
                }
                return connection;
            }
        };
        full.setUrl("jdbc:sqlite:" + file);
        SqliteConnections connections = new SqliteConnections(full, file);
        Transactions transactions = new Transactions(connections, new SqliteDialect());

        assertThatThrownBy(() -> transactions.change(session -> {
                    JdbcRecords change = JdbcRecords.over(session);
                    for (int i = 0; i < 10_000; i++) {
                        change.packages().insert(connectorPackage("package-" + i));
                    }
                    return true;
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("full")
                .extracting(failure -> ((StorageException) failure).reason())
                .isEqualTo(StorageException.Reason.FULL);
        connections.close();

        try (JdbcCatalog catalog = JdbcCatalog.sqlite(file)) {
            assertThat(catalog.packages().list(0, 1)).isEmpty();
        }
    }

    @Test
    void a_writer_that_hangs_is_told_to_the_others() throws SQLException {
        JdbcCatalog.sqlite(file).close();
        SQLiteConfig impatient = new SQLiteConfig();
        impatient.setBusyTimeout(1);
        SQLiteDataSource dataSource = new SQLiteDataSource(impatient);
        dataSource.setUrl("jdbc:sqlite:" + file);
        SqliteConnections connections = new SqliteConnections(dataSource, file);
        Transactions transactions = new Transactions(connections, new SqliteDialect());
        try (Connection hanging = dataSource.getConnection();
                Statement statement = hanging.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatThrownBy(() -> transactions.change(session -> true))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("locked the catalog for too long");
        }

        assertThat(transactions.<Boolean>change(session -> true)).isTrue();
        connections.close();
    }
}
