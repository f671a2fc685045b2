package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.UNTESTED;
import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.connections;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.upload;
import static dev.wharf.testkit.AccountSamples.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Networking;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.model.SchemaNaming;
import java.util.List;
import org.junit.jupiter.api.Test;

interface AccountConnectionsContract extends AccountFixture {
    @Test
    default void a_connection_has_what_was_asked_for() {
        Destination destination = destination(admin(), "Warehouse");
        ConnectionSettings settings = ConnectionSettings.NONE
                .withPythonVersion("3.13")
                .withPaused(true)
                .withSyncFrequency(360)
                .withSetupTests(false);

        Connection made = admin().connections().create(wanted(destination, "user", settings));

        assertThat(made.destinationId()).isEqualTo(destination.id());
        assertThat(made.name()).isEqualTo(new ConnectionName("user"));
        assertThat(made.pythonVersion()).isEqualTo("3.13");
        assertThat(made.paused()).isTrue();
        assertThat(made.syncFrequencyMinutes()).isEqualTo(360);
        assertThat(admin().connections().retrieve(made.id())).isEqualTo(made);
        assertThat(connections(admin())).containsExactly(made);
    }

    @Test
    default void an_update_changes_what_is_asked_for_and_nothing_else() {
        ConnectorPackage bound = upload(admin(), "bound");
        ConnectionSettings settings = ConnectionSettings.binding(bound.id())
                .withPythonVersion("3.12")
                .withPaused(true)
                .withSyncFrequency(360);
        Connection made = admin().connections().create(wanted(destination(admin(), "Warehouse"), "user", settings));

        ConnectionSettings work = UNTESTED.withPaused(false);

        Connection updated = admin().connections().update(made.id(), work);

        assertThat(updated.faring(made.status())).isEqualTo(made.changedBy(work));
        assertThat(updated.status().syncState()).isNotEqualTo(ConnectionStatus.PAUSED);
        assertThat(admin().connections().retrieve(made.id())).isEqualTo(updated);
        assertThat(admin().packages().retrieve(bound.id()).connectionId()).isEqualTo(made.id());
    }

    @Test
    default void an_update_that_asks_for_nothing_changes_nothing() {
        Connection made = connect(admin(), destination(admin(), "Warehouse"), "user", null);

        assertThat(admin().connections().update(made.id(), UNTESTED)).isEqualTo(made);
    }

    @Test
    default void a_second_connection_of_one_name_in_one_destination_is_refused() {
        Destination destination = destination(admin(), "Warehouse");
        Connection first = connect(admin(), destination, "user", null);

        assertThatThrownBy(() -> connect(admin(), destination, "user", null)).isInstanceOf(ConflictException.class);
        assertThat(connections(admin())).containsExactly(first);

        Connection elsewhere = connect(admin(), destination(admin(), "Lake"), "user", null);
        assertThat(connections(admin())).containsExactlyInAnyOrder(first, elsewhere);
    }

    @Test
    default void a_refused_connection_leaves_its_package_free() {
        Destination destination = destination(admin(), "Warehouse");
        connect(admin(), destination, "user", null);
        ConnectorPackage wanted = upload(admin(), "wanted");

        assertThatThrownBy(() -> connect(admin(), destination, "user", wanted)).isInstanceOf(ConflictException.class);

        assertThat(admin().packages().retrieve(wanted.id()).isBound()).isFalse();
    }

    @Test
    default void a_connection_needs_a_destination_that_exists() {
        NewConnection nowhere =
                new NewConnection(new DestinationId("never_was"), new ConnectionName("user"), ConnectionSettings.NONE);

        assertThatThrownBy(() -> admin().connections().create(nowhere)).isInstanceOf(NotFoundException.class);
        assertThat(connections(admin())).isEmpty();
    }

    @Test
    default void a_deleted_connection_is_gone_and_its_name_free_again() {
        Destination destination = destination(admin(), "Warehouse");
        Connection deleted = connect(admin(), destination, "user", null);

        admin().connections().delete(deleted.id());

        assertThat(connections(admin())).isEmpty();
        assertThatThrownBy(() -> admin().connections().retrieve(deleted.id())).isInstanceOf(NotFoundException.class);
        assertThat(connect(admin(), destination, "user", null).id()).isNotEqualTo(deleted.id());
    }

    @Test
    default void no_operation_knows_a_connection_that_never_was() {
        ConnectionId unknown = new ConnectionId("never_was");

        assertThatThrownBy(() -> admin().connections().retrieve(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().connections().update(unknown, ConnectionSettings.NONE))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().connections().delete(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().connections().test(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().connections().sync(unknown)).isInstanceOf(NotFoundException.class);
    }

    @Test
    default void naming_is_decided_when_a_connection_is_made() {
        ConnectionSettings source =
                ConnectionSettings.NONE.withNaming(SchemaNaming.SOURCE).withSetupTests(false);
        Connection made = admin().connections().create(wanted(destination(admin(), "Warehouse"), "user", source));

        assertThatThrownBy(() -> admin().connections()
                        .update(
                                made.id(),
                                source.withNaming(SchemaNaming.FIVETRAN).withPaused(true)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("destination_schema_names");
        assertThat(admin().connections().retrieve(made.id()).paused()).isFalse();
        assertThat(admin().connections().retrieve(made.id()).naming()).isEqualTo(SchemaNaming.SOURCE);
        assertThat(admin().connections()
                        .update(made.id(), source.withPaused(true))
                        .naming())
                .isEqualTo(SchemaNaming.SOURCE);
    }

    @Test
    default void naming_and_networking_are_kept_and_changed_one_by_one() {
        Networking asked = new Networking("ProxyAgent", "proxy", null, null, "hosts");
        ConnectionSettings settings = UNTESTED.withNaming(SchemaNaming.SOURCE).withNetworking(asked);

        Connection made = admin().connections().create(wanted(destination(admin(), "Warehouse"), "user", settings));
        Connection updated = admin().connections()
                .update(made.id(), UNTESTED.withNetworking(new Networking(null, "another", null, null)));

        assertThat(made.naming()).isEqualTo(SchemaNaming.SOURCE);
        assertThat(made.networking()).isEqualTo(asked);
        assertThat(updated.naming()).isEqualTo(SchemaNaming.SOURCE);
        assertThat(updated.networking()).isEqualTo(new Networking("ProxyAgent", "another", null, null, "hosts"));
        assertThat(admin().connections().retrieve(made.id())).isEqualTo(updated);
    }

    @Test
    default void connections_are_found_by_destination_and_by_name() {
        Destination warehouse = destination(admin(), "Warehouse");
        Destination lake = destination(admin(), "Lake");
        Connection orders = connect(admin(), warehouse, "orders", null);
        Connection users = connect(admin(), warehouse, "users", null);
        Connection lakeOrders = connect(admin(), lake, "orders", null);

        assertThat(found(new ConnectionFilter(warehouse.id(), null))).containsExactlyInAnyOrder(orders, users);
        assertThat(found(new ConnectionFilter(null, orders.name()))).containsExactlyInAnyOrder(orders, lakeOrders);
        assertThat(found(new ConnectionFilter(lake.id(), orders.name()))).containsExactly(lakeOrders);
        assertThat(found(new ConnectionFilter(lake.id(), users.name()))).isEmpty();
    }

    private List<Connection> found(ConnectionFilter filter) {
        return Page.<Connection>collectAll(page -> admin().connections().list(filter, page));
    }
}
