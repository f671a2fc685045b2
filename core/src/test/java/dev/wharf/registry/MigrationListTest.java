package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import dev.wharf.gateway.Harbour;
import dev.wharf.model.AccountPath;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.port.Account;
import dev.wharf.port.PackageCatalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list from which the vendor's client learns how connections were deployed. */
class MigrationListTest {
    private static final AccountPath LIST = AccountPath.of("connector-sdk", "migration", "connections");

    private final Harbour harbour = new Harbour();

    private void connect(int number) {
        Account admin = harbour.admin();
        Destination own = admin.destinations().create(new DestinationName("Warehouse " + number));
        ConnectionSettings bound =
                ConnectionSettings.binding(harbour.upload("# " + number).id());
        admin.connections().create(new NewConnection(own.id(), new ConnectionName("user_" + number), bound));
    }

    private int readings() {
        PackageCatalog watched = mock(PackageCatalog.class, delegatesTo(harbour.catalog));
        List<?> items = (List<?>) Harbour.admin(harbour.over(watched, harbour.store, RegistrySettings.DEFAULT))
                .read(LIST)
                .get("items");
        assertThat(items).allSatisfy(item -> assertThat(((Map<?, ?>) item).get("group_name"))
                .asString()
                .startsWith("Warehouse "));
        return mockingDetails(watched).getInvocations().size();
    }

    @Test
    void as_much_is_read_for_many_connections_with_packages_and_destinations_of_their_own_as_for_one() {
        connect(0);
        int forOne = readings();
        for (int i = 1; i < 20; i++) {
            connect(i);
        }

        assertThat(readings()).isEqualTo(forOne);
    }
}
