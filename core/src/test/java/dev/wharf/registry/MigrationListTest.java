package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;

import dev.wharf.gateway.Harbour;
import dev.wharf.model.AccountPath;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.port.Account;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.port.catalog.PackageRecords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
        AtomicInteger readings = new AtomicInteger();
        PackageCatalog watched = counting(PackageCatalog.class, harbour.catalog, readings);
        List<?> items = (List<?>) Harbour.admin(harbour.over(watched, harbour.store, RegistrySettings.DEFAULT))
                .read(LIST)
                .get("items");
        assertThat(items).allSatisfy(item -> assertThat(((Map<?, ?>) item).get("group_name"))
                .asString()
                .startsWith("Warehouse "));
        return readings.get();
    }

    /** Counts what is asked of each subject of a catalog. */
    private static <T> T counting(Class<T> type, T counted, AtomicInteger readings) {
        return mock(type, call -> {
            Object answer = delegatesTo(counted).answer(call);
            Class<?> answered = call.getMethod().getReturnType();
            if (PackageRecords.class.getPackage().equals(answered.getPackage())) {
                return subject(answered, answer, readings);
            }
            readings.incrementAndGet();
            return answer;
        });
    }

    private static <S> S subject(Class<S> type, Object counted, AtomicInteger readings) {
        return counting(type, type.cast(counted), readings);
    }

    @Test
    void as_much_is_read_for_many_connections_with_packages_and_destinations_of_their_own_as_for_one() {
        connect(0);
        int forOne = readings();
        for (int i = 1; i < 20; i++) {
            connect(i);
        }

        assertThat(forOne).isPositive();
        assertThat(readings()).isEqualTo(forOne);
    }
}
