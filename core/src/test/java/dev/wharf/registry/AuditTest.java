package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Secret;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final Harbour harbour = new Harbour();
    private final Account account = harbour.admin();

    @Test
    void every_change_is_recorded_and_announced_in_order() {
        ConnectorPackage uploaded = harbour.upload("before");
        account.packages().update(uploaded.id(), Harbour.archive("after"));
        Destination destination = account.destinations().create(new DestinationName("Warehouse"));
        Connection connection = account.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName("user"), ConnectionSettings.binding(uploaded.id())));
        account.connections()
                .update(connection.id(), ConnectionSettings.NONE.withSecrets(List.of(new Secret("token", "s3cr3t"))));
        account.connections().delete(connection.id());
        account.destinations().delete(destination.id());
        account.packages().delete(uploaded.id());

        assertThat(harbour.announced)
                .map(AuditEntry::action)
                .containsExactly(
                        Action.PACKAGE_CREATED,
                        Action.PACKAGE_UPDATED,
                        Action.DESTINATION_CREATED,
                        Action.CONNECTION_CREATED,
                        Action.CONNECTION_UPDATED,
                        Action.CONNECTION_DELETED,
                        Action.DESTINATION_DELETED,
                        Action.PACKAGE_DELETED);
        assertThat(harbour.announced.get(1))
                .isEqualTo(new AuditEntry(
                        MovableClock.NOON,
                        new UserId("root"),
                        Action.PACKAGE_UPDATED,
                        uploaded.id().value(),
                        Harbour.hash("before"),
                        Harbour.hash("after"),
                        null));
        assertThat(harbour.announced.get(3).detail()).isEqualTo(uploaded.id().value());
        assertThat(harbour.announced.toString()).doesNotContain("s3cr3t");
        assertThat(harbour.catalog.audit().list(0, 100)).map(Positioned::item).isEqualTo(harbour.announced);
    }

    @Test
    void a_refused_change_leaves_no_record() {
        account.destinations().create(new DestinationName("Warehouse"));
        List<AuditEntry> before = List.copyOf(harbour.announced);

        assertThatThrownBy(() -> account.destinations().create(new DestinationName("Warehouse")))
                .isInstanceOf(ConflictException.class);

        assertThat(harbour.announced).isEqualTo(before);
        assertThat(harbour.catalog.audit().list(0, 100)).map(Positioned::item).isEqualTo(before);
    }

    @Test
    void a_change_that_collides_and_runs_again_is_announced_once() {
        Account colliding = Harbour.admin(
                harbour.over(CollidingCatalog.behaving(harbour.catalog), harbour.store, RegistrySettings.DEFAULT));

        ConnectorPackage made = colliding.packages().create(Harbour.archive("once"));

        assertThat(harbour.announced).hasSize(1);
        assertThat(harbour.packages()).containsExactly(made);
    }
}
