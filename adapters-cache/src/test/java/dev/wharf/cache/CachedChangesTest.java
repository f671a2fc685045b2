package dev.wharf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Connections;
import dev.wharf.port.Destinations;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

class CachedChangesTest extends WatchedAccount {
    @Test
    void what_is_changed_through_this_is_seen_at_once() {
        Account hourly = cached(CacheSettings.DEFAULT.withFresh(Duration.ofHours(1), Duration.ofHours(1)));
        hourly.packages().list(PAGE);
        ConnectorPackage two = hourly.packages().create(ArchiveSource.of(TWO));
        assertThat(hourly.packages().list(PAGE).items()).containsExactly(one, two);

        hourly.packages().retrieve(one.id());
        hourly.packages().update(one.id(), ArchiveSource.of(TWO));
        assertThat(hourly.packages().retrieve(one.id()).sha256()).isEqualTo(Sha256.of(TWO));

        Destination destination = hourly.destinations().create(new DestinationName("Warehouse"));
        Connection connection = hourly.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName("first"), ConnectionSettings.binding(two.id())));
        assertThat(hourly.packages().retrieve(two.id()).connectionId()).isEqualTo(connection.id());

        hourly.connections().delete(connection.id());
        assertThat(hourly.packages().retrieve(two.id()).isBound()).isFalse();
        assertThatThrownBy(() -> hourly.connections().retrieve(connection.id())).isInstanceOf(NotFoundException.class);
        hourly.packages().delete(two.id());
        assertThatThrownBy(() -> hourly.packages().retrieve(two.id())).isInstanceOf(NotFoundException.class);
        hourly.destinations().delete(destination.id());
        assertThat(hourly.destinations().list(PAGE).items()).isEmpty();
    }

    @Test
    void what_setup_tests_may_have_changed_is_asked_for_after_them() {
        Destination destination = account.destinations().create(new DestinationName("Lake"));
        Connection made = account.connections()
                .create(new NewConnection(destination.id(), new ConnectionName("orders"), ConnectionSettings.NONE));
        account.connections().retrieve(made.id());
        behind.connections().update(made.id(), ConnectionSettings.NONE.withPaused(true));
        assertThat(account.connections().retrieve(made.id()).paused()).isFalse();

        account.connections().test(made.id());

        assertThat(account.connections().retrieve(made.id()).paused()).isTrue();
    }

    @Test
    void a_change_whose_answer_was_lost_makes_what_is_kept_old_too() {
        account.packages().retrieve(one.id());
        doAnswer(call -> {
                    behind.packages().update(call.getArgument(0), call.getArgument(1));
                    throw new UnavailableException("the answer was lost", null, null);
                })
                .when(watched)
                .update(any(), any(), any());

        assertThatThrownBy(() -> account.packages().update(one.id(), ArchiveSource.of(TWO)))
                .isInstanceOf(UnavailableException.class);

        assertThat(account.packages().retrieve(one.id()).sha256()).isEqualTo(Sha256.of(TWO));
    }

    @Test
    void an_answer_that_a_change_has_overtaken_is_not_kept() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        doAnswer(call -> {
                    ConnectorPackage before = behind.packages().retrieve(one.id());
                    asked.countDown();
                    changed.await();
                    return before;
                })
                .doAnswer(call -> behind.packages().retrieve(one.id()))
                .when(watched)
                .retrieve(one.id());
        Future<ConnectorPackage> early =
                executor.submit(() -> account.packages().retrieve(one.id()));
        asked.await();
        account.packages().update(one.id(), ArchiveSource.of(TWO));
        changed.countDown();

        assertThat(early.get()).isEqualTo(one);
        assertThat(account.packages().retrieve(one.id()).sha256()).isEqualTo(Sha256.of(TWO));
    }

    @Test
    void what_was_deleted_does_not_come_back_when_the_account_is_away() {
        account.packages().retrieve(one.id());
        ConnectorPackage two = account.packages().create(ArchiveSource.of(TWO));
        account.packages().list(PAGE);
        pass(Duration.ofSeconds(1));
        account.packages().delete(one.id());
        away(new UnavailableException("away", null, null));

        assertThat(account.packages().list(PAGE).items()).containsExactly(two);
        assertThatThrownBy(() -> account.packages().retrieve(one.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void connections_and_destinations_that_were_deleted_do_not_come_back_when_the_account_is_away() {
        Account observed = mock(Account.class, delegatesTo(behind));
        Account remembered = new CachedAccount(observed, CacheSettings.DEFAULT, now::get, executor);
        Destination destination = remembered.destinations().create(new DestinationName("Warehouse"));
        Connection connection = remembered
                .connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName("first"), ConnectionSettings.binding(one.id())));
        remembered.destinations().list(PAGE);
        remembered.connections().list(ConnectionFilter.ALL, PAGE);
        pass(Duration.ofSeconds(1));
        remembered.connections().delete(connection.id());
        remembered.destinations().delete(destination.id());
        Answer<?> away = call -> {
            throw new UnavailableException("away", null, null);
        };
        doReturn(mock(Connections.class, away)).when(observed).connections();
        doReturn(mock(Destinations.class, away)).when(observed).destinations();

        assertThat(remembered.destinations().list(PAGE).items()).isEmpty();
        assertThat(remembered.connections().list(ConnectionFilter.ALL, PAGE).items())
                .isEmpty();
    }

    @Test
    void what_was_deleted_elsewhere_is_gone_once_that_is_known() {
        account.packages().retrieve(one.id());
        behind.packages().delete(one.id());
        pass(FRESH);

        assertThatThrownBy(() -> account.packages().retrieve(one.id())).isInstanceOf(NotFoundException.class);
        away(new UnavailableException("away", null, null));
        assertThatThrownBy(() -> account.packages().retrieve(one.id())).isInstanceOf(NotFoundException.class);
    }
}
