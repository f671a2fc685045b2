package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.connections;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.packages;
import static dev.wharf.testkit.AccountSamples.upload;
import static dev.wharf.testkit.AccountSamples.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.PackageId;
import org.junit.jupiter.api.Test;

interface PackageBindingContract extends AccountFixture {
    @Test
    default void a_new_connection_binds_the_package_it_asks_for() {
        ConnectorPackage wanted = upload(admin(), "wanted");

        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "user", wanted);

        assertThat(connection.packageId()).isIn(wanted.id(), null);
        assertThat(admin().packages().retrieve(wanted.id()).connectionId()).isEqualTo(connection.id());
        assertThat(packages(admin()).get(0).connectionId()).isEqualTo(connection.id());
    }

    @Test
    default void a_connection_without_a_package_can_be_given_one_later() {
        ConnectorPackage wanted = upload(admin(), "wanted");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "user", null);
        assertThat(connection.packageId()).isNull();

        admin().connections().update(connection.id(), ConnectionSettings.binding(wanted.id()));

        assertThat(admin().packages().retrieve(wanted.id()).connectionId()).isEqualTo(connection.id());
    }

    @Test
    default void deleting_a_bound_package_is_refused() {
        ConnectorPackage bound = upload(admin(), "bound");
        connect(admin(), destination(admin(), "Warehouse"), "user", bound);

        assertThatThrownBy(() -> admin().packages().delete(bound.id())).isInstanceOf(PackageInUseException.class);

        assertThat(packages(admin())).hasSize(1);
    }

    @Test
    default void a_package_can_be_deleted_once_its_connection_is_deleted() {
        ConnectorPackage bound = upload(admin(), "bound");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "user", bound);

        admin().connections().delete(connection.id());

        assertThat(admin().packages().retrieve(bound.id()).isBound()).isFalse();
        admin().packages().delete(bound.id());
        assertThat(packages(admin())).isEmpty();
    }

    @Test
    default void a_package_can_be_deleted_once_its_connection_is_given_another() {
        ConnectorPackage before = upload(admin(), "before");
        ConnectorPackage after = upload(admin(), "after");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "user", before);

        admin().connections().update(connection.id(), ConnectionSettings.binding(after.id()));

        assertThat(admin().packages().retrieve(before.id()).isBound()).isFalse();
        assertThat(admin().packages().retrieve(after.id()).connectionId()).isEqualTo(connection.id());
        admin().packages().delete(before.id());
        assertThatThrownBy(() -> admin().packages().delete(after.id())).isInstanceOf(PackageInUseException.class);
    }

    @Test
    default void a_bound_package_cannot_be_bound_by_a_second_connection() {
        ConnectorPackage bound = upload(admin(), "bound");
        Destination destination = destination(admin(), "Warehouse");
        Connection first = connect(admin(), destination, "first", bound);

        assertThatThrownBy(() -> connect(admin(), destination, "second", bound))
                .isInstanceOf(BindingConflictException.class);

        assertThat(connections(admin())).containsExactly(first);
        assertThat(admin().packages().retrieve(bound.id()).connectionId()).isEqualTo(first.id());
    }

    @Test
    default void a_connection_cannot_be_given_a_package_that_another_uses() {
        ConnectorPackage bound = upload(admin(), "bound");
        ConnectorPackage own = upload(admin(), "own");
        Destination destination = destination(admin(), "Warehouse");
        Connection first = connect(admin(), destination, "first", bound);
        Connection second = connect(admin(), destination, "second", own);

        assertThatThrownBy(() -> admin().connections().update(second.id(), ConnectionSettings.binding(bound.id())))
                .isInstanceOf(BindingConflictException.class);

        assertThat(admin().packages().retrieve(bound.id()).connectionId()).isEqualTo(first.id());
        assertThat(admin().packages().retrieve(own.id()).connectionId()).isEqualTo(second.id());
    }

    @Test
    default void binding_a_package_again_to_its_own_connection_changes_nothing() {
        ConnectorPackage bound = upload(admin(), "bound");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "user", bound);

        ConnectionSettings same = ConnectionSettings.binding(bound.id()).withSetupTests(false);
        Connection again = admin().connections().update(connection.id(), same);

        assertThat(again).isEqualTo(connection);
        assertThat(admin().packages().retrieve(bound.id()).connectionId()).isEqualTo(connection.id());
    }

    @Test
    default void a_freed_package_can_be_bound_by_another_connection() {
        ConnectorPackage shared = upload(admin(), "shared");
        Destination destination = destination(admin(), "Warehouse");
        Connection first = connect(admin(), destination, "first", shared);
        admin().connections().delete(first.id());

        Connection second = connect(admin(), destination, "second", shared);

        assertThat(admin().packages().retrieve(shared.id()).connectionId()).isEqualTo(second.id());
    }

    @Test
    default void a_package_that_never_was_cannot_be_bound() {
        ConnectionSettings settings = ConnectionSettings.binding(new PackageId("never_was"));
        Destination destination = destination(admin(), "Warehouse");
        Connection present = connect(admin(), destination, "present", null);

        assertThatThrownBy(() -> admin().connections().create(wanted(destination, "user", settings)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().connections().update(present.id(), settings))
                .isInstanceOf(NotFoundException.class);

        assertThat(connections(admin())).containsExactly(present);
    }
}
