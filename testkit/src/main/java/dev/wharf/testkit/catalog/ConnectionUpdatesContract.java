package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.BOB;
import static dev.wharf.testkit.catalog.CatalogSamples.DESTINATION;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a catalog must do when connections are changed and deleted. Needs packages and destinations. */
public interface ConnectionUpdatesContract extends CatalogFixture {
    Networking NETWORKING = new Networking("ProxyAgent", "proxy", "link", "agent");

    private void destinationAndPackage() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            change.destinations().insert(destination("lake"));
            return change.packages().insert(connectorPackage("harmony"));
        });
    }

    @Test
    default void an_update_replaces_what_can_change_and_keeps_the_rest() {
        destinationAndPackage();
        Connection before = connection("user", null);
        catalog().change(change -> change.connections().insert(before, true));
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
            change.connections().update(asked, true);
            return true;
        });

        assertThat(catalog().connections().find(before.id()))
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
        catalog().change(change -> change.connections().insert(before, true));

        catalog().change(change -> {
            change.connections().update(after, true);
            return true;
        });

        assertThat(catalog().connections().find(before.id())).contains(after);
    }

    @Test
    default void an_update_to_a_missing_package_is_refused() {
        destinationAndPackage();
        catalog().change(change -> change.connections().insert(connection("user", "harmony"), true));

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.connections().update(connection("user", "nothing"), true);
                    return true;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThat(catalog().connections().find(new ConnectionId("user"))).contains(connection("user", "harmony"));
    }

    @Test
    default void a_deleted_connection_is_gone_and_its_name_free_again() {
        destinationAndPackage();
        catalog().change(change -> change.connections().insert(connection("one", DESTINATION, "orders", null), true));

        catalog().change(change -> {
            change.connections().delete(new ConnectionId("one"));
            return true;
        });

        assertThat(catalog().connections().find(new ConnectionId("one"))).isEmpty();
        Connection heir = connection("two", DESTINATION, "orders", null);
        assertThat(catalog().<Boolean>change(change -> change.connections().insert(heir, true)))
                .isTrue();
    }

    @Test
    default void schedules_and_fields_that_are_not_interpreted_are_replaced() {
        destinationAndPackage();
        Connection before = connection("kept", null)
                .showing(
                        null,
                        new Networking("ProxyAgent", "a", null, null, "hosts"),
                        new Schedule("manual", "03:00", false, "CUSTOM", 30),
                        15)
                .telling(Fields.NONE.with("text", "x"));
        catalog().change(change -> change.connections().insert(before, true));

        Connection changed = before.showing(null, Networking.UNSTATED, new Schedule(null, null, true, null, null), null)
                .telling(Fields.NONE.with("a", null));
        catalog().change(change -> {
            change.connections().update(changed, true);
            return true;
        });

        assertThat(catalog().connections().find(before.id())).contains(changed);
    }
}
