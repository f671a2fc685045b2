package dev.wharf.testkit;

import static dev.wharf.testkit.CatalogSamples.BOB;
import static dev.wharf.testkit.CatalogSamples.DESTINATION;
import static dev.wharf.testkit.CatalogSamples.NOON;
import static dev.wharf.testkit.CatalogSamples.connection;
import static dev.wharf.testkit.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.CatalogSamples.destination;
import static dev.wharf.testkit.CatalogSamples.items;
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
import dev.wharf.port.CatalogReads.Positioned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface ConnectionsContract extends CatalogFixture {
    Networking NETWORKING = new Networking("ProxyAgent", "proxy", "link", "agent");

    private void destinationAndPackage() {
        catalog().change(change -> {
            change.insert(destination("warehouse"));
            change.insert(destination("lake"));
            return change.insert(connectorPackage("harmony"));
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

        boolean added = catalog().change(change -> change.insert(full, true));

        assertThat(added).isTrue();
        assertThat(catalog().findConnection(full.id())).contains(full);
        assertThat(items(catalog().listConnections(ConnectionFilter.ALL, 0, 10)))
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

        catalog().change(change -> change.insert(kept, true));
        assertThat(catalog().findConnection(kept.id())).contains(kept);

        Connection changed = kept.showing(null, Networking.UNSTATED, new Schedule(null, null, true, null, null), null)
                .telling(Fields.NONE.with("a", null));
        catalog().change(change -> {
            change.update(changed, true);
            return true;
        });
        assertThat(catalog().findConnection(kept.id())).contains(changed);
    }

    @Test
    default void a_connection_without_anything_optional_comes_back_without_it() {
        destinationAndPackage();
        Connection bare = connection("bare", null);

        catalog().change(change -> change.insert(bare, true));

        assertThat(catalog().findConnection(bare.id())).contains(bare);
        assertThat(catalog().findConnection(new ConnectionId("other"))).isEmpty();
    }

    @Test
    default void what_no_database_keeps_names_nothing() {
        destinationAndPackage();
        for (String name : List.of("\u0000", "a\u0000b", "\ud800", "a\udc00b")) {
            assertThat(catalog().findConnection(new ConnectionId(name))).isEmpty();
            assertThat(catalog().findState(new ConnectionId(name))).isEmpty();
            assertThat(catalog().findPackage(new PackageId(name))).isEmpty();
            assertThat(catalog().findDestination(new DestinationId(name))).isEmpty();
            assertThat(catalog().listConnections(new ConnectionFilter(null, new ConnectionName(name)), 0, 10))
                    .isEmpty();
            boolean found = catalog().change(change -> change.findConnection(new ConnectionId(name))
                    .isPresent());
            assertThat(found).isFalse();
        }
    }

    @Test
    default void a_taken_connection_id_is_told_and_the_change_goes_on() {
        destinationAndPackage();
        Connection first = connection("first", null);
        Connection second = connection("second", null);
        catalog().change(change -> change.insert(first, true));

        boolean added = catalog().change(change -> {
            boolean again = change.insert(connection("first", DESTINATION, "another_name", null), true);
            change.insert(second, true);
            return again;
        });

        assertThat(added).isFalse();
        assertThat(items(catalog().listConnections(ConnectionFilter.ALL, 0, 10)))
                .containsExactly(first, second);
    }

    @Test
    default void a_connection_to_a_missing_destination_is_refused() {
        destinationAndPackage();
        Connection homeless = connection("homeless", new DestinationId("nowhere"), "orders", "harmony");

        assertThatThrownBy(() -> catalog().change(change -> change.insert(homeless, true)))
                .isInstanceOfSatisfying(NotFoundException.class, refusal -> assertThat(refusal.resource())
                        .isEqualTo(NotFoundException.Resource.DESTINATION));
        assertThat(catalog().findConnection(homeless.id())).isEmpty();
    }

    @Test
    default void a_connection_of_a_missing_package_is_refused() {
        destinationAndPackage();

        assertThatThrownBy(() -> catalog().change(change -> change.insert(connection("idle", "nothing"), false)))
                .isInstanceOfSatisfying(NotFoundException.class, refusal -> assertThat(refusal.resource())
                        .isEqualTo(NotFoundException.Resource.PACKAGE));
    }

    @Test
    default void a_second_connection_of_one_name_in_one_destination_is_refused() {
        destinationAndPackage();
        catalog().change(change -> change.insert(connection("one", DESTINATION, "orders", null), true));

        assertThatThrownBy(() ->
                        catalog().change(change -> change.insert(connection("two", DESTINATION, "orders", null), true)))
                .isInstanceOf(ConflictException.class);
        Connection elsewhere = connection("three", new DestinationId("lake"), "orders", null);
        assertThat(catalog().<Boolean>change(change -> change.insert(elsewhere, true)))
                .isTrue();
    }

    @Test
    default void an_update_replaces_what_can_change_and_keeps_the_rest() {
        destinationAndPackage();
        Connection before = connection("user", null);
        catalog().change(change -> change.insert(before, true));
        Connection asked = new Connection(
                before.id(),
                new DestinationId("lake"),
                new ConnectionName("renamed"),
                new PackageId("harmony"),
                "3.12",
                true,
                15,
                SchemaNaming.FIVETRAN,
                NETWORKING,
                List.of("b", "a"),
                List.of(),
                BOB,
                NOON.plusSeconds(1));

        catalog().change(change -> {
            change.update(asked, true);
            return true;
        });

        assertThat(catalog().findConnection(before.id()))
                .contains(new Connection(
                        before.id(),
                        before.destinationId(),
                        before.name(),
                        asked.packageId(),
                        "3.12",
                        true,
                        15,
                        SchemaNaming.FIVETRAN,
                        NETWORKING,
                        List.of("b", "a"),
                        List.of(),
                        before.createdBy(),
                        before.createdAt()));
    }

    @Test
    default void an_update_can_take_everything_optional_away() {
        destinationAndPackage();
        Connection before = new Connection(
                new ConnectionId("user"),
                DESTINATION,
                new ConnectionName("orders"),
                new PackageId("harmony"),
                "3.12",
                true,
                15,
                SchemaNaming.SOURCE,
                NETWORKING,
                List.of("key"),
                List.of(),
                BOB,
                NOON);
        Connection after = Connection.bare(before.id(), DESTINATION, before.name(), BOB, NOON);
        catalog().change(change -> change.insert(before, true));

        catalog().change(change -> {
            change.update(after, true);
            return true;
        });

        assertThat(catalog().findConnection(before.id())).contains(after);
    }

    @Test
    default void an_update_to_a_missing_package_is_refused() {
        destinationAndPackage();
        catalog().change(change -> change.insert(connection("user", "harmony"), true));

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.update(connection("user", "nothing"), true);
                    return true;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThat(catalog().findConnection(new ConnectionId("user"))).contains(connection("user", "harmony"));
    }

    @Test
    default void a_deleted_connection_is_gone_and_its_name_free_again() {
        destinationAndPackage();
        catalog().change(change -> change.insert(connection("one", DESTINATION, "orders", null), true));

        catalog().change(change -> {
            change.deleteConnection(new ConnectionId("one"));
            return true;
        });

        assertThat(catalog().findConnection(new ConnectionId("one"))).isEmpty();
        Connection heir = connection("two", DESTINATION, "orders", null);
        assertThat(catalog().<Boolean>change(change -> change.insert(heir, true)))
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
            List.of(a, b, c).forEach(connection -> change.insert(connection, true));
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
            List<Positioned<Connection>> page = catalog().listConnections(filter, after, 1);
            if (page.isEmpty()) {
                return read;
            }
            assertThat(page).hasSize(1);
            read.add(page.get(0).item());
            after = page.get(0).position();
        }
    }
}
