package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.archive;
import static dev.wharf.testkit.AccountSamples.bytesOf;
import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.connections;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.destinations;
import static dev.wharf.testkit.AccountSamples.packages;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.UserId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

interface RolesContract extends AccountFixture {
    @Test
    default void an_account_tells_whose_credentials_these_are() {
        assertThat(member("alice").info().userId()).isIn(new UserId("alice"), null);
        assertThat(reader().info().accountId()).isEqualTo(admin().info().accountId());
    }

    @Test
    default void a_reader_reads_everything() {
        ConnectorPackage present = upload(admin(), "present");
        Destination destination = destination(admin(), "Warehouse");
        Connection connection = connect(admin(), destination, "user", null);

        assertThat(packages(reader())).containsExactly(present);
        assertThat(reader().packages().retrieve(present.id())).isEqualTo(present);
        assertThat(bytesOf(reader(), present)).isEqualTo(SampleArchives.connector("present"));
        assertThat(connections(reader())).containsExactly(connection);
        assertThat(reader().connections().retrieve(connection.id())).isEqualTo(connection);
        assertThat(destinations(reader())).containsExactly(destination);
        assertThat(reader().destinations().retrieve(destination.id())).isEqualTo(destination);
    }

    @Test
    default void a_reader_changes_nothing() {
        ConnectorPackage present = upload(admin(), "present");
        Destination destination = destination(admin(), "Warehouse");
        Connection connection = connect(admin(), destination, "user", null);
        List<ThrowingCallable> changes = List.of(
                () -> upload(reader(), "new"),
                () -> reader().packages().update(present.id(), archive("other")),
                () -> reader().packages().delete(present.id()),
                () -> connect(reader(), destination, "other", present),
                () -> reader().connections().update(connection.id(), ConnectionSettings.binding(present.id())),
                () -> reader().connections().delete(connection.id()),
                () -> destination(reader(), "Other"),
                () -> reader().destinations().delete(destination.id()));

        assertThat(changes).allSatisfy(change -> assertThatThrownBy(change).isInstanceOf(NotAllowedException.class));

        assertThat(packages(admin())).containsExactly(present);
        assertThat(connections(admin())).containsExactly(connection);
        assertThat(destinations(admin())).containsExactly(destination);
    }

    @Test
    default void only_an_administrator_deletes_a_destination() {
        Destination destination = destination(member("alice"), "Warehouse");

        assertThatThrownBy(() -> member("alice").destinations().delete(destination.id()))
                .isInstanceOf(NotAllowedException.class);
        admin().destinations().delete(destination.id());

        assertThat(destinations(admin())).isEmpty();
    }
}
