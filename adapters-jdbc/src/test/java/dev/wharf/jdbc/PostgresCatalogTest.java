package dev.wharf.jdbc;

import static dev.wharf.jdbc.PostgresDatabases.execute;
import static dev.wharf.jdbc.Samples.ALICE;
import static dev.wharf.jdbc.Samples.NOON;
import static dev.wharf.jdbc.Samples.connectorPackage;
import static dev.wharf.jdbc.Samples.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.StorageException;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresCatalogTest extends PostgresCatalog {
    private static final PackageId COUNTER = new PackageId("counter");

    @Test
    void a_change_that_collides_is_run_again_and_sees_the_other_one() {
        catalog.change(change -> change.packages().insert(connectorPackage("counter")));
        AtomicInteger runs = new AtomicInteger();

        String seen = catalog.change(change -> {
            String uploader = change.packages()
                    .find(COUNTER)
                    .orElseThrow()
                    .lastUpdatedBy()
                    .value();
            if (runs.incrementAndGet() == 1) {
                outside("UPDATE packages SET last_updated_by = 'outsider'");
            }
            change.packages().replaceFile(COUNTER, hash("new"), ALICE, NOON);
            return uploader;
        });

        assertThat(seen).isEqualTo("outsider");
        assertThat(runs).hasValue(2);
        assertThat(catalog.packages().find(COUNTER).orElseThrow().lastUpdatedBy())
                .isEqualTo(ALICE);
    }

    @Test
    void a_collision_is_found_even_if_the_work_hides_it() {
        catalog.change(change -> change.packages().insert(connectorPackage("counter")));
        AtomicInteger runs = new AtomicInteger();

        catalog.change(change -> {
            change.packages().find(COUNTER);
            if (runs.incrementAndGet() == 1) {
                outside("UPDATE packages SET last_updated_by = 'outsider'");
            }
            try {
                change.packages().replaceFile(COUNTER, hash("new"), ALICE, NOON);
            } catch (StorageException hidden) {
                return false;
            }
            return true;
        });

        assertThat(runs).hasValue(2);
        assertThat(catalog.packages().find(COUNTER).orElseThrow().sha256()).isEqualTo(hash("new"));
    }

    @Test
    void a_change_that_always_collides_fails_in_the_end() {
        catalog.change(change -> change.packages().insert(connectorPackage("counter")));

        assertThatThrownBy(() -> catalog.change(change -> {
                    change.packages().find(COUNTER);
                    outside("UPDATE packages SET updated_at = updated_at + 1");
                    change.packages().replaceFile(COUNTER, hash("new"), ALICE, NOON);
                    return true;
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("at once");
        assertThat(catalog.packages().find(COUNTER).orElseThrow().sha256()).isEqualTo(hash("counter"));
    }

    @Test
    void a_name_taken_by_another_between_looking_and_writing_is_a_conflict() {
        AtomicInteger runs = new AtomicInteger();
        Destination wanted = new Destination(new DestinationId("ours"), new DestinationName("orders"), NOON);

        assertThatThrownBy(() -> catalog.change(change -> {
                    change.destinations().find(wanted.id());
                    if (runs.incrementAndGet() == 1) {
                        outside("INSERT INTO destinations (id, name, created_at) VALUES ('theirs', 'orders', 0)");
                    }
                    return change.destinations().insert(wanted);
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(runs).hasValue(2);
    }

    @Test
    void servers_that_open_one_empty_database_at_once_and_count_in_it_lose_nothing() throws Exception {
        String shared = POSTGRES.create();
        int servers = 3;
        CyclicBarrier start = new CyclicBarrier(servers);
        Callable<Boolean> server = () -> {
            start.await();
            try (JdbcCatalog own = JdbcCatalog.postgres(POSTGRES.dataSource(shared))) {
                own.change(change -> change.packages().insert(connectorPackage("counter")));
                for (int i = 0; i < 20; i++) {
                    Samples.increment(own, COUNTER);
                }
            }
            return true;
        };

        ExecutorService threads = Executors.newFixedThreadPool(servers);
        try {
            for (Future<Boolean> done : threads.invokeAll(List.of(server, server, server))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        try (JdbcCatalog reading = JdbcCatalog.postgres(POSTGRES.dataSource(shared))) {
            assertThat(Samples.count(reading, COUNTER)).isEqualTo(60);
        }
    }

    @Test
    void a_change_of_one_server_waits_until_that_of_another_is_complete() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (JdbcCatalog other = JdbcCatalog.postgres(POSTGRES.dataSource(database))) {
            Future<Boolean> second = catalog.change(change -> {
                change.packages().insert(connectorPackage("first"));
                Future<Boolean> begun = threads.submit(() -> other.change(later -> {
                    assertThat(later.packages().find(new PackageId("first"))).isPresent();
                    return later.packages().insert(connectorPackage("second"));
                }));
                while (!begun.isDone() && !somebodyWaitsForTheWriters()) {
                    Thread.onSpinWait();
                }
                assertThat(begun).isNotDone();
                return begun;
            });

            assertThat(second.get()).isTrue();
            assertThat(other.packages().list(0, 10))
                    .extracting(found -> found.item().id().value())
                    .containsExactly("first", "second");
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean somebodyWaitsForTheWriters() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'writers'::regclass")) {
            return waiting.next();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_database_itself_keeps_a_package_to_one_exclusive_connection() {
        outside("INSERT INTO destinations (id, name, created_at) VALUES ('warehouse', 'Warehouse', 0)");
        catalog.change(change -> change.packages().insert(connectorPackage("harmony")));
        String insert = "INSERT INTO connections (id, destination_id, name, package_id, exclusive_package_id, paused,"
                + " secret_keys, created_at) VALUES ('%1$s', 'warehouse', '%1$s', 'harmony', 'harmony', false, '', 0)";
        outside(insert.formatted("one"));

        assertThatThrownBy(() -> execute(dataSource, insert.formatted("two")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("connections_binding");
    }
}
