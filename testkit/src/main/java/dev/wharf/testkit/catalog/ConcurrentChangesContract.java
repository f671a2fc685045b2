package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.ALICE;
import static dev.wharf.testkit.catalog.CatalogSamples.DESTINATION;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.testkit.Crowd;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a catalog must do when many change it at once. Needs packages, destinations and connections. */
public interface ConcurrentChangesContract extends CatalogFixture {
    @Test
    default void no_increment_is_lost_when_many_threads_read_and_then_write() {
        int threads = 16;
        int increments = 5;
        PackageId counter = new PackageId("counter");
        catalog().change(change -> change.packages().insert(connectorPackage("counter")));

        Crowd.of(threads, member -> {
            for (int i = 0; i < increments; i++) {
                catalog().change(change -> {
                    ConnectorPackage before = change.packages().find(counter).orElseThrow();
                    change.packages()
                            .replaceFile(
                                    counter,
                                    hash("count"),
                                    ALICE,
                                    Objects.requireNonNull(before.updatedAt()).plusSeconds(1));
                    return true;
                });
            }
            return true;
        });

        assertThat(catalog().packages().find(counter).orElseThrow().updatedAt())
                .isEqualTo(NOON.plusSeconds((long) threads * increments));
    }

    @Test
    default void of_many_threads_that_bind_one_package_exactly_one_wins() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            return change.packages().insert(connectorPackage("wanted"));
        });

        List<Boolean> won = Crowd.of(64, member -> {
            try {
                return catalog()
                        .change(change -> change.connections().insert(connection("user-" + member, "wanted"), true));
            } catch (BindingConflictException e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(catalog().connections().list(ConnectionFilter.ALL, 0, 100)).hasSize(1);
    }

    @Test
    default void of_many_threads_that_want_one_name_exactly_one_gets_it() {
        List<Boolean> added = Crowd.of(
                16, member -> catalog().change(change -> change.packages().insert(connectorPackage("wanted"))));

        assertThat(added).containsOnlyOnce(true);
    }

    @Test
    default void a_connection_never_outlives_its_destination_or_its_package() {
        for (int round = 0; round < 5; round++) {
            String suffix = "-" + round;
            catalog().change(change -> {
                change.destinations().insert(destination("warehouse"));
                return change.packages().insert(connectorPackage("package" + suffix));
            });

            List<Boolean> done = Crowd.of(2, member -> {
                try {
                    return catalog().change(change -> {
                        if (member == 0) {
                            return change.connections().insert(connection("user" + suffix, "package" + suffix), true);
                        }
                        change.packages().delete(new PackageId("package" + suffix), NOON);
                        change.destinations().delete(DESTINATION);
                        return true;
                    });
                } catch (WharfException e) {
                    return false;
                }
            });

            assertThat(done).containsOnlyOnce(true);
            catalog().change(change -> {
                for (Positioned<Connection> left : change.connections().list(ConnectionFilter.ALL, 0, 10)) {
                    change.connections().delete(left.item().id());
                }
                return true;
            });
        }
    }

    @Test
    default void who_follows_a_growing_list_misses_nothing() {
        int writers = 8;
        int each = 10;

        AtomicInteger atWork = new AtomicInteger(writers);

        List<List<PackageId>> seen = Crowd.of(writers + 1, member -> {
            if (member < writers) {
                try {
                    for (int i = 0; i < each; i++) {
                        String id = "package-" + member + "-" + i;
                        catalog().change(change -> change.packages().insert(connectorPackage(id)));
                    }
                } finally {
                    atWork.decrementAndGet();
                }
                return List.of();
            }
            List<PackageId> followed = new ArrayList<>();
            long after = 0;
            while (true) {
                boolean complete = atWork.get() == 0;
                List<Positioned<ConnectorPackage>> page = catalog().packages().list(after, 3);
                for (Positioned<ConnectorPackage> next : page) {
                    followed.add(next.item().id());
                    after = next.position();
                }
                if (page.isEmpty() && complete) {
                    return followed;
                }
            }
        });

        assertThat(seen.get(writers))
                .hasSize(writers * each)
                .isEqualTo(items(catalog().packages().list(0, writers * each)).stream()
                        .map(ConnectorPackage::id)
                        .toList());
    }
}
