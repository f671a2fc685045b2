package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.port.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The syncs of a registry that runs no connector: begun by a call, ended by the clock. */
class SyncsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = MovableClock.NOON;

    private final Harbour harbour = new Harbour();
    private final Destination destination = harbour.admin().destinations().create(new DestinationName("Warehouse"));
    private final Account account =
            syncing(new SyncSettings(MINUTE, SyncOutcome.SUCCEED, Map.of("broken", SyncOutcome.FAIL)));

    private Account syncing(SyncSettings settings) {
        return Harbour.admin(
                harbour.over(harbour.catalog, harbour.store, RegistrySettings.DEFAULT.withSyncs(settings)));
    }

    private Connection create(String name) {
        ConnectionSettings bound =
                ConnectionSettings.binding(harbour.upload(name).id());
        return account.connections().create(new NewConnection(destination.id(), new ConnectionName(name), bound));
    }

    private ConnectionStatus status(Connection connection) {
        return account.connections().retrieve(connection.id()).status();
    }

    @Test
    void a_sync_is_under_way_until_its_time_is_over_and_then_has_succeeded() {
        Connection made = create("orders");
        assertThat(status(made).succeededAt()).isNull();

        account.connections().sync(made.id());
        assertThat(status(made).syncState()).isEqualTo(ConnectionStatus.SYNCING);
        assertThat(status(made).succeededAt()).isNull();
        harbour.clock.advance(MINUTE);

        assertThat(status(made).syncState()).isEqualTo(ConnectionStatus.SCHEDULED);
        assertThat(status(made).succeededAt()).isEqualTo(NOON.plus(MINUTE));
        assertThat(status(made).failedAt()).isNull();
    }

    @Test
    void a_sync_that_fails_leaves_when_one_succeeded_before() {
        Connection made = create("orders");
        account.connections().sync(made.id());
        harbour.clock.advance(MINUTE);
        Account failing = syncing(new SyncSettings(MINUTE, SyncOutcome.FAIL, Map.of()));

        failing.connections().sync(made.id());
        harbour.clock.advance(MINUTE.multipliedBy(2));

        assertThat(status(made).succeededAt()).isEqualTo(NOON.plus(MINUTE));
        assertThat(status(made).failedAt()).isEqualTo(NOON.plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void a_connection_can_have_an_outcome_of_its_own() {
        Connection broken = create("broken");

        account.connections().sync(broken.id());
        harbour.clock.advance(MINUTE);

        assertThat(status(broken).failedAt()).isEqualTo(NOON.plus(MINUTE));
        assertThat(status(broken).succeededAt()).isNull();
    }

    @Test
    void a_second_sync_lets_the_first_go_on_unless_it_is_forced() {
        Connection made = create("orders");
        account.connections().sync(made.id());
        harbour.clock.advance(Duration.ofSeconds(40));

        account.connections().sync(made.id(), false);
        harbour.clock.advance(Duration.ofSeconds(20));
        assertThat(status(made).succeededAt()).isEqualTo(NOON.plusSeconds(60));

        account.connections().sync(made.id(), false);
        harbour.clock.advance(Duration.ofSeconds(40));
        account.connections().sync(made.id(), true);
        harbour.clock.advance(Duration.ofSeconds(59));
        assertThat(status(made).syncState()).isEqualTo(ConnectionStatus.SYNCING);
        assertThat(status(made).succeededAt()).isEqualTo(NOON.plusSeconds(60));
        harbour.clock.advance(Duration.ofSeconds(1));
        assertThat(status(made).succeededAt()).isEqualTo(NOON.plusSeconds(160));
    }

    @Test
    void what_is_synced_anew_is_told_as_historical_and_no_part_of_it_can_be_asked_for() {
        Connection made = create("orders");

        account.connections().resync(made.id(), Fields.NONE.with("scope", null));

        assertThat(status(made).historicalSync()).isTrue();
        harbour.clock.advance(MINUTE);
        assertThat(status(made).historicalSync()).isFalse();
        Fields scope = Fields.of(Map.of("scope", Map.of("public", List.of("orders"))));
        assertThatThrownBy(() -> account.connections().resync(made.id(), scope))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("scope ");
    }

    @Test
    void a_connection_that_is_paused_syncs_everything_anew_once_it_no_longer_is() {
        Connection made = create("orders");
        account.connections().sync(made.id());
        harbour.clock.advance(MINUTE);
        account.connections().update(made.id(), ConnectionSettings.NONE.withPaused(true));

        account.connections().resync(made.id(), Fields.NONE);
        harbour.clock.advance(MINUTE.multipliedBy(2));

        assertThat(status(made).syncState()).isEqualTo(ConnectionStatus.PAUSED);
        assertThat(status(made).historicalSync()).isTrue();
        assertThat(status(made).succeededAt()).isEqualTo(NOON.plus(MINUTE));
        assertThat(lastRecorded()).isEqualTo(Action.CONNECTION_RESYNC_AWAITED);
        account.connections().update(made.id(), ConnectionSettings.NONE.withPaused(false));
        assertThat(status(made).syncState()).isEqualTo(ConnectionStatus.SYNCING);
        assertThat(lastRecorded()).isEqualTo(Action.CONNECTION_SYNCED);
        harbour.clock.advance(MINUTE);
        assertThat(status(made).historicalSync()).isFalse();
        assertThat(status(made).succeededAt()).isEqualTo(NOON.plus(MINUTE.multipliedBy(4)));
    }

    @Test
    void what_begins_nothing_is_not_recorded() {
        Connection made = create("orders");
        account.connections().sync(made.id());
        int once = harbour.announced.size();

        account.connections().sync(made.id());
        assertThat(harbour.announced).hasSize(once);
        account.connections().sync(made.id(), true);
        assertThat(harbour.announced).hasSize(once + 1);

        account.connections().update(made.id(), ConnectionSettings.NONE.withPaused(true));
        account.connections().resync(made.id(), Fields.NONE);
        int awaited = harbour.announced.size();
        account.connections().resync(made.id(), Fields.NONE);
        assertThat(harbour.announced).hasSize(awaited);
    }

    private Action lastRecorded() {
        return harbour.announced.get(harbour.announced.size() - 1).action();
    }
}
