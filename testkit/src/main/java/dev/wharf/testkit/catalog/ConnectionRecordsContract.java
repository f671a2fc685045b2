package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.BOB;
import static dev.wharf.testkit.catalog.CatalogSamples.DESTINATION;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a catalog must do when connections are added, found and listed. Needs packages and destinations. */
public interface ConnectionRecordsContract extends CatalogFixture {
    Networking NETWORKING = new Networking("ProxyAgent", "proxy", "link", "agent");

    private void destinationAndPackage() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            change.destinations().insert(destination("lake"));
            return change.packages().insert(connectorPackage("harmony"));
        });
    }

    @Test
    default void a_connection_comes_back_as_it_was_put_in() {
        destinationAndPackage();
        Connection full = new Connection(
                new ConnectionId("full"),
                DESTINATION,
                new ConnectionName("orders"),
                new PackageId("harmony"),
                "3.13",
                true,
                360,
                SchemaNaming.SOURCE,
                NETWORKING,
                List.of("zeta", "alpha", "with\nline break", "back\\slash", "\\n", "ключ", "zero\u0000byte", " "),
                List.of(),
                BOB,
                NOON);

        boolean added = catalog().change(change -> change.connections().insert(full, true));

        assertThat(added).isTrue();
        assertThat(catalog().connections().find(full.id())).contains(full);
        assertThat(items(catalog().connections().list(ConnectionFilter.ALL, 0, 10)))
                .containsExactly(full);
    }

    @Test
    default void schedules_keys_and_fields_that_are_not_interpreted_are_kept() {
        destinationAndPackage();
        Schedule schedule = new Schedule("manual", "03:00", false, "CUSTOM", 30);
        Fields others = Fields.of(Map.of(
                "text",
                "größe \u0000 \"quoted\" \ud800",
                "list",
                Arrays.asList(1, new BigDecimal("2.5"), true, null, Map.of("deep", List.of())),
                "config",
                Map.of("new", "x")));
        Connection kept = connection("kept", null)
                .showing(null, new Networking("ProxyAgent", "a", null, null, "hosts"), schedule, 15)
                .telling(others);

        catalog().change(change -> change.connections().insert(kept, true));
        assertThat(catalog().connections().find(kept.id())).contains(kept);
    }

    @Test
    default void a_connection_without_anything_optional_comes_back_without_it() {
        destinationAndPackage();
        Connection bare = connection("bare", null);

        catalog().change(change -> change.connections().insert(bare, true));

        assertThat(catalog().connections().find(bare.id())).contains(bare);
        assertThat(catalog().connections().find(new ConnectionId("other"))).isEmpty();
    }

    @Test
    default void a_taken_connection_id_is_told_and_the_change_goes_on() {
        destinationAndPackage();
        Connection first = connection("first", null);
        Connection second = connection("second", null);
        catalog().change(change -> change.connections().insert(first, true));

        boolean added = catalog().change(change -> {
            boolean again = change.connections().insert(connection("first", DESTINATION, "another_name", null), true);
            change.connections().insert(second, true);
            return again;
        });

        assertThat(added).isFalse();
        assertThat(items(catalog().connections().list(ConnectionFilter.ALL, 0, 10)))
                .containsExactly(first, second);
    }

    @Test
    default void a_connection_to_a_missing_destination_is_refused() {
        destinationAndPackage();
        Connection homeless = connection("homeless", new DestinationId("nowhere"), "orders", "harmony");

        assertThatThrownBy(() -> catalog().change(change -> change.connections().insert(homeless, true)))
                .isInstanceOfSatisfying(NotFoundException.class, refusal -> assertThat(refusal.resource())
                        .isEqualTo(NotFoundException.Resource.DESTINATION));
        assertThat(catalog().connections().find(homeless.id())).isEmpty();
    }

    @Test
    default void a_connection_of_a_missing_package_is_refused() {
        destinationAndPackage();

        assertThatThrownBy(() ->
                        catalog().change(change -> change.connections().insert(connection("idle", "nothing"), false)))
                .isInstanceOfSatisfying(NotFoundException.class, refusal -> assertThat(refusal.resource())
                        .isEqualTo(NotFoundException.Resource.PACKAGE));
    }

    @Test
    default void a_second_connection_of_one_name_in_one_destination_is_refused() {
        destinationAndPackage();
        catalog().change(change -> change.connections().insert(connection("one", DESTINATION, "orders", null), true));

        assertThatThrownBy(() -> catalog().change(change -> change.connections()
                        .insert(connection("two", DESTINATION, "orders", null), true)))
                .isInstanceOf(ConflictException.class);
        Connection elsewhere = connection("three", new DestinationId("lake"), "orders", null);
        assertThat(catalog().<Boolean>change(change -> change.connections().insert(elsewhere, true)))
                .isTrue();
    }

    @Test
    default void connections_are_listed_by_every_filter_in_the_order_of_creation() {
        destinationAndPackage();
        DestinationId lake = new DestinationId("lake");
        Connection a = connection("zz", DESTINATION, "orders", null);
        Connection b = connection("yy", lake, "orders", null);
        Connection c = connection("xx", DESTINATION, "invoices", null);
        catalog().change(change -> {
            List.of(a, b, c).forEach(connection -> change.connections().insert(connection, true));
            return true;
        });
        ConnectionName orders = new ConnectionName("orders");

        assertThat(list(ConnectionFilter.ALL)).containsExactly(a, b, c);
        assertThat(list(new ConnectionFilter(DESTINATION, null))).containsExactly(a, c);
        assertThat(list(new ConnectionFilter(null, orders))).containsExactly(a, b);
        assertThat(list(new ConnectionFilter(lake, orders))).containsExactly(b);
        assertThat(list(new ConnectionFilter(lake, new ConnectionName("invoices"))))
                .isEmpty();
    }

    private List<Connection> list(ConnectionFilter filter) {
        List<Connection> read = new ArrayList<>();
        long after = 0;
        while (true) {
            List<Positioned<Connection>> page = catalog().connections().list(filter, after, 1);
            if (page.isEmpty()) {
                return read;
            }
            assertThat(page).hasSize(1);
            read.add(page.get(0).item());
            after = page.get(0).position();
        }
    }

    @Test
    default void deleting_a_destination_that_a_connection_writes_to_is_refused() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            return change.connections().insert(connection("user", null), true);
        });

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.destinations().delete(new DestinationId("warehouse"));
                    return true;
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(catalog().destinations().find(new DestinationId("warehouse")))
                .isPresent();
    }

    @Test
    default void what_no_database_keeps_names_no_connection() {
        for (String name : List.of("\u0000", "a\u0000b", "\ud800", "a\udc00b")) {
            ConnectionId id = new ConnectionId(name);
            assertThat(catalog().connections().find(id)).isEmpty();
            assertThat(catalog().connections().list(new ConnectionFilter(null, new ConnectionName(name)), 0, 10))
                    .isEmpty();
            boolean found =
                    catalog().change(change -> change.connections().find(id).isPresent());
            assertThat(found).isFalse();
        }
    }

    @Test
    default void a_taken_id_is_told_whatever_else_would_be_refused() {
        destinationAndPackage();
        catalog().change(change -> change.connections().insert(connection("first", "harmony"), true));

        assertThat(catalog()
                        .<Boolean>change(change -> change.connections().insert(connection("first", "harmony"), true)))
                .isFalse();
        assertThat(catalog()
                        .<Boolean>change(change -> change.connections().insert(connection("first", "nothing"), true)))
                .isFalse();
    }
}
