package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.deployment.SyncWatch.End;
import dev.wharf.deployment.SyncWatch.Seen;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.registry.SyncOutcome;
import dev.wharf.registry.SyncSettings;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.SkippingPace;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Syncs of an account where each takes ten minutes, and where none begins while another is under way. */
class SyncWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofHours(1);

    private final SkippingPace pace = new SkippingPace(NOON);
    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemoryArchiveStore archives = new InMemoryArchiveStore();
    private final Account account = account(SyncOutcome.SUCCEED);
    private final Connection connection = connection();
    private final SyncWatch watch = new SyncWatch(account, pace);

    private Account account(SyncOutcome outcome) {
        return new HostedRegistry(
                        catalog,
                        archives,
                        RegistrySettings.DEFAULT.withSyncs(new SyncSettings(LENGTH, outcome, Map.of())),
                        pace,
                        change -> {})
                .accountOf(new Principal(new UserId("root"), Role.ADMIN));
    }

    private Connection connection() {
        Destination destination = account.destinations().create(new DestinationName("Warehouse"));
        PackageId bound = account.packages()
                .create(ArchiveSource.of(SampleArchives.connector("first")))
                .id();
        return account.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName("orders"), ConnectionSettings.binding(bound)));
    }

    @Test
    void the_end_of_the_sync_that_was_asked_for_is_waited_for() throws Exception {
        Seen seen = watch.await(watch.begin(connection.id()), LONG);

        assertThat(seen.end()).isEqualTo(End.SUCCEEDED);
        assertThat(seen.connection().status().succeededAt()).isEqualTo(NOON.plus(LENGTH));
    }

    @Test
    void the_end_of_one_that_was_under_way_already_is_not_that_of_the_one_asked_for() throws Exception {
        account(SyncOutcome.FAIL).connections().sync(connection.id());
        pace.advance(Duration.ofMinutes(4));

        Seen seen = watch.await(watch.begin(connection.id()), LONG);

        assertThat(seen.end()).isEqualTo(End.SUCCEEDED);
        assertThat(seen.connection().status().failedAt()).isEqualTo(NOON.plus(LENGTH));
        assertThat(seen.connection().status().succeededAt())
                .isAfterOrEqualTo(NOON.plus(LENGTH).plus(LENGTH));
    }

    @Test
    void one_that_was_under_way_already_is_waited_for_no_longer_than_was_said() throws Exception {
        account.connections().sync(connection.id());
        pace.advance(Duration.ofMinutes(4));

        Seen seen = watch.await(watch.begin(connection.id()), Duration.ofMinutes(12));

        assertThat(seen.end()).isEqualTo(End.NOT_YET);
        assertThat(seen.connection().status().syncState()).isEqualTo(ConnectionStatus.SYNCING);
        assertThat(pace.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(16)));
    }
}
