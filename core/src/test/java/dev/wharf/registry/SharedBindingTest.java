package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.PackageInUseException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.port.Account;
import org.junit.jupiter.api.Test;

class SharedBindingTest {
    private final Harbour harbour = new Harbour();
    private final Account account = Harbour.admin(
            harbour.over(harbour.catalog, harbour.store, RegistrySettings.DEFAULT.withBinding(BindingPolicy.SHARED)));
    private final Destination destination = account.destinations().create(new DestinationName("Warehouse"));
    private final ConnectorPackage shared = account.packages().create(Harbour.archive("shared"));

    private Connection connect(String name) {
        return account.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName(name), ConnectionSettings.binding(shared.id())));
    }

    @Test
    void one_package_may_serve_several_connections_and_names_the_first() {
        Connection first = connect("first");
        Connection second = connect("second");

        assertThat(second.packageId()).isEqualTo(shared.id());
        ConnectorPackage told = account.packages().retrieve(shared.id());
        assertThat(told.connectionId()).isEqualTo(first.id());
        assertThat(told.connectionIds()).containsExactly(first.id(), second.id());
        assertThat(told.serves(second.id())).isTrue();
        assertThat(told.othersThan(second.id())).containsExactly(first.id());
    }

    @Test
    void a_shared_package_can_be_deleted_when_its_last_connection_is() {
        Connection first = connect("first");
        Connection second = connect("second");

        account.connections().delete(first.id());
        assertThatThrownBy(() -> account.packages().delete(shared.id()))
                .isInstanceOfSatisfying(PackageInUseException.class, e -> assertThat(e.connectionId())
                        .isEqualTo(second.id().value()));

        account.connections().delete(second.id());
        account.packages().delete(shared.id());
        assertThat(harbour.packages()).isEmpty();
    }
}
