package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.gateway.Gateway;
import dev.wharf.gateway.GatewaySettings;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.Schedule;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a gateway records of changes to connections is what became of them. */
class GatewayRecordTest {
    private static final ConnectionSettings PAUSED = ConnectionSettings.NONE.withPaused(true);

    private final Account behind = new HostedRegistry(
                    new InMemoryCatalog(),
                    new InMemoryArchiveStore(),
                    RegistrySettings.DEFAULT.withSyncs(
                            new SyncSettings(Duration.ofHours(1), SyncOutcome.SUCCEED, Map.of())),
                    InstantSource.system(),
                    change -> {})
            .accountOf(new Principal(new UserId("behind"), Role.ADMIN));

    private final InMemoryArchiveStore store = new InMemoryArchiveStore();
    private final List<AuditEntry> told = new ArrayList<>();
    private final Account gateway = new Gateway(
                    new InMemoryCatalog(),
                    store,
                    new ArchiveCache(store, 1_000_000, InstantSource.system()),
                    GatewaySettings.DEFAULT,
                    InstantSource.system(),
                    told::add)
            .accountOf(new Principal(new UserId("root"), Role.ADMIN), behind, behind, remark -> {});

    private Connection connect() {
        Destination warehouse = gateway.destinations().create(new DestinationName("Warehouse"));
        PackageId uploaded = gateway.packages().create(Harbour.archive("# 1")).id();
        return gateway.connections()
                .create(new NewConnection(
                        warehouse.id(), new ConnectionName("user"), ConnectionSettings.binding(uploaded)));
    }

    private AuditEntry last() {
        return told.get(told.size() - 1);
    }

    @Test
    void a_connection_that_lets_go_of_its_package_is_recorded_without_one() {
        Connection made = connect();
        ConnectionSettings cleared = new ConnectionSettings(
                null,
                null,
                null,
                null,
                null,
                Networking.UNSTATED,
                Schedule.UNSTATED,
                null,
                null,
                Set.of("config.package_id"),
                Fields.NONE);

        assertThat(gateway.connections().update(made.id(), cleared).packageId()).isNull();

        assertThat(last().action()).isEqualTo(Action.CONNECTION_UPDATED);
        assertThat(last().detail()).isNull();
    }

    @Test
    void a_connection_that_keeps_its_package_is_recorded_with_it() {
        Connection made = connect();

        gateway.connections().update(made.id(), PAUSED);

        assertThat(last().detail()).isEqualTo(String.valueOf(made.packageId()));
    }

    @Test
    void a_sync_that_is_not_begun_because_one_is_under_way_is_not_recorded() {
        Connection made = connect();
        gateway.connections().sync(made.id());
        assertThat(last().action()).isEqualTo(Action.CONNECTION_SYNCED);
        int once = told.size();

        gateway.connections().sync(made.id());
        assertThat(told).hasSize(once);
        gateway.connections().sync(made.id(), true);
        assertThat(told).hasSize(once + 1);
    }

    @Test
    void a_resync_of_a_connection_that_rests_is_recorded_as_awaited() {
        Connection made = connect();
        gateway.connections().update(made.id(), PAUSED);

        gateway.connections().resync(made.id(), Fields.NONE);

        assertThat(last().action()).isEqualTo(Action.CONNECTION_RESYNC_AWAITED);
    }
}
