package dev.wharf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.wharf.cache.Freshness.Origin;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Connections;
import dev.wharf.port.Destinations;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.testkit.Crowd;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import dev.wharf.testkit.SampleArchives;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.stubbing.Answer;

class CachedAccountTest {
    private static final byte[] ONE = SampleArchives.connector("one");
    private static final byte[] TWO = SampleArchives.connector("two");
    private static final PageRequest PAGE = PageRequest.first(10);
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Account behind = HostedRegistry.over(new InMemoryCatalog(), new InMemoryArchiveStore())
            .accountOf(new Principal(new UserId("ada"), Role.ADMIN));
    private final PackageRegistry watched = mock(PackageRegistry.class, delegatesTo(behind.packages()));
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Freshness> told = Collections.synchronizedList(new ArrayList<>());
    private final CachedAccount cached = cached(CacheSettings.DEFAULT);
    private final Account account = cached.view(new ReadTerms(null, true, told::add));
    private ConnectorPackage one;

    @BeforeEach
    void upload() {
        one = behind.packages().create(ArchiveSource.of(ONE));
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private CachedAccount cached(CacheSettings settings) {
        Account observed = mock(Account.class, delegatesTo(behind));
        doReturn(watched).when(observed).packages();
        return new CachedAccount(observed, settings, now::get, executor);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private void away(WharfException failure) {
        doThrow(failure).when(watched).retrieve(any());
        doThrow(failure).when(watched).list(any());
    }

    private Origin lastOrigin() {
        return told.get(told.size() - 1).origin();
    }

    static List<WharfException> ways_to_be_away() {
        return List.of(
                new UnavailableException("away", null, null),
                new RateLimitedException("too many", null, null),
                new UnexpectedAnswerException("a page of a proxy", null));
    }

    @Test
    void what_was_told_is_told_again_while_it_is_fresh() {
        account.packages().retrieve(one.id());
        behind.packages().update(one.id(), ArchiveSource.of(TWO));
        pass(Duration.ofSeconds(50));

        assertThat(account.packages().retrieve(one.id())).isEqualTo(one);

        verify(watched, times(1)).retrieve(one.id());
        assertThat(told)
                .containsExactly(
                        new Freshness(Origin.ASKED, Duration.ZERO, FRESH),
                        new Freshness(Origin.KEPT, Duration.ofSeconds(50), Duration.ofSeconds(70)));
    }

    @Test
    void what_is_not_fresh_any_more_is_asked_for() {
        account.packages().retrieve(one.id());
        behind.packages().update(one.id(), ArchiveSource.of(TWO));
        pass(FRESH);

        assertThat(account.packages().retrieve(one.id()).sha256()).isEqualTo(Sha256.of(TWO));
        assertThat(lastOrigin()).isEqualTo(Origin.ASKED);
    }

    @Test
    void what_will_not_be_fresh_for_long_is_asked_for_in_the_background() throws InterruptedException {
        account.packages().retrieve(one.id());
        behind.packages().update(one.id(), ArchiveSource.of(TWO));
        pass(Duration.ofSeconds(70));
        CountDownLatch asked = new CountDownLatch(1);
        doAnswer(call -> {
                    asked.countDown();
                    return behind.packages().retrieve(one.id());
                })
                .when(watched)
                .retrieve(one.id());

        assertThat(account.packages().retrieve(one.id())).isEqualTo(one);

        asked.await();
        while (account.packages().retrieve(one.id()).equals(one)) {
            Thread.onSpinWait();
        }
        assertThat(told).allMatch(freshness -> freshness.origin() != Origin.KEPT_AS_ACCOUNT_IS_SLOW);
    }

    @Test
    void a_reader_may_want_nothing_that_is_kept() {
        account.packages().retrieve(one.id());
        behind.packages().update(one.id(), ArchiveSource.of(TWO));

        assertThat(cached.view(ReadTerms.ASKING).packages().retrieve(one.id()).sha256())
                .isEqualTo(Sha256.of(TWO));
        assertThat(account.packages().retrieve(one.id()).sha256())
                .as("and others have it from then on")
                .isEqualTo(Sha256.of(TWO));

        away(new UnavailableException("away", null, null));
        assertThatThrownBy(() -> cached.view(ReadTerms.ASKING).packages().retrieve(one.id()))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void a_reader_may_want_nothing_older_than_some_time() {
        account.packages().retrieve(one.id());
        behind.packages().update(one.id(), ArchiveSource.of(TWO));
        pass(Duration.ofSeconds(20));
        ReadTerms within30 = new ReadTerms(Duration.ofSeconds(30), true, told::add);
        ReadTerms within10 = new ReadTerms(Duration.ofSeconds(10), true, told::add);

        assertThat(cached.view(within30).packages().retrieve(one.id())).isEqualTo(one);
        assertThat(cached.view(within10).packages().retrieve(one.id()).sha256()).isEqualTo(Sha256.of(TWO));
    }

    @Test
    void a_reader_who_bears_older_answers_is_not_given_any_where_they_are_asked_for() {
        ReadTerms within1Hour = new ReadTerms(Duration.ofHours(1), true, told::add);
        Account patient = cached.view(within1Hour);
        patient.packages().list(PAGE);
        patient.packages().retrieve(one.id());
        behind.packages().update(one.id(), ArchiveSource.of(TWO));
        pass(FRESH);

        assertThat(patient.packages().list(PAGE).items())
                .extracting(ConnectorPackage::sha256)
                .containsExactly(Sha256.of(TWO));
        assertThat(patient.packages().retrieve(one.id()).sha256()).isEqualTo(Sha256.of(TWO));
    }

    @ParameterizedTest
    @MethodSource("ways_to_be_away")
    void what_was_told_is_told_with_its_age_when_the_account_is_away(WharfException failure) {
        account.packages().retrieve(one.id());
        account.packages().list(PAGE);
        pass(Duration.ofHours(3));
        away(failure);

        assertThat(account.packages().retrieve(one.id())).isEqualTo(one);
        assertThat(told.get(2))
                .isEqualTo(new Freshness(
                        Origin.KEPT_AS_ACCOUNT_IS_AWAY, Duration.ofHours(3), FRESH.minus(Duration.ofHours(3))));
        assertThat(account.packages().list(PAGE).items()).containsExactly(one);
        assertThat(lastOrigin()).isEqualTo(Origin.KEPT_AS_ACCOUNT_IS_AWAY);
    }

    @Test
    void what_was_never_told_or_too_long_ago_is_not_made_up() {
        account.packages().retrieve(one.id());
        pass(Duration.ofDays(8));
        away(new UnavailableException("away", null, null));

        assertThatThrownBy(() -> account.packages().retrieve(one.id())).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> account.packages().list(PAGE)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void a_refusal_is_not_hidden_by_what_was_told_before() {
        account.packages().retrieve(one.id());
        pass(FRESH);
        away(new NotAuthenticatedException("revoked", null));

        assertThatThrownBy(() -> account.packages().retrieve(one.id())).isInstanceOf(NotAuthenticatedException.class);
    }

    @Test
    void what_was_told_is_told_when_the_account_takes_too_long() throws Exception {
        CachedAccount hasty = cached(CacheSettings.DEFAULT.withPatience(Duration.ofMillis(20)));
        Account view = hasty.view(new ReadTerms(null, true, told::add));
        view.packages().retrieve(one.id());
        behind.packages().update(one.id(), ArchiveSource.of(TWO));
        pass(FRESH);
        CountDownLatch answers = new CountDownLatch(1);
        doAnswer(call -> {
                    answers.await();
                    return behind.packages().retrieve(one.id());
                })
                .when(watched)
                .retrieve(one.id());

        assertThat(view.packages().retrieve(one.id())).isEqualTo(one);
        assertThat(lastOrigin()).isEqualTo(Origin.KEPT_AS_ACCOUNT_IS_SLOW);

        answers.countDown();
        while (view.packages().retrieve(one.id()).equals(one)) {
            Thread.onSpinWait();
        }
        verify(watched, times(2)).retrieve(one.id());
    }

    @Test
    void who_comes_while_the_account_is_known_to_be_slow_does_not_wait_as_long_again() {
        CachedAccount patient = cached(CacheSettings.DEFAULT.withPatience(Duration.ofHours(1)));
        Account view = patient.view(new ReadTerms(null, true, told::add));
        view.packages().retrieve(one.id());
        pass(FRESH);
        CountDownLatch asked = new CountDownLatch(1);
        doAnswer(call -> {
                    asked.countDown();
                    new CountDownLatch(1).await();
                    return one;
                })
                .when(watched)
                .retrieve(one.id());
        Future<ConnectorPackage> first = executor.submit(() -> view.packages().retrieve(one.id()));
        assertThatCode(asked::await).doesNotThrowAnyException();
        pass(Duration.ofHours(1));

        assertThat(view.packages().retrieve(one.id())).isEqualTo(one);

        assertThat(told).extracting(Freshness::origin).contains(Origin.KEPT_AS_ACCOUNT_IS_SLOW);
        first.cancel(true);
    }

    @Test
    void what_was_told_before_a_change_is_not_told_after_it_because_the_account_takes_too_long() throws Exception {
        Account hasty = cached(CacheSettings.DEFAULT.withPatience(Duration.ofMillis(1)));
        hasty.packages().list(PAGE);
        hasty.packages().update(one.id(), ArchiveSource.of(TWO));
        List<ConnectorPackage> listed = new ArrayList<>();
        Thread reader =
                new Thread(() -> listed.addAll(hasty.packages().list(PAGE).items()));
        doAnswer(call -> {
                    while (reader.getState() != Thread.State.WAITING && reader.isAlive()) {
                        Thread.onSpinWait();
                    }
                    return behind.packages().list(PAGE);
                })
                .when(watched)
                .list(any());

        reader.start();
        reader.join();

        assertThat(listed).extracting(ConnectorPackage::sha256).containsExactly(Sha256.of(TWO));
    }

    @Test
    void what_a_change_told_is_known_when_the_account_is_away() {
        account.packages().retrieve(one.id());
        account.packages().update(one.id(), ArchiveSource.of(TWO));
        away(new UnavailableException("away", null, null));

        assertThat(account.packages().retrieve(one.id()).sha256()).isEqualTo(Sha256.of(TWO));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_that_comes_late_is_not_hidden_from_who_asks_next(WharfException refusal) throws Exception {
        Account hasty = cached(CacheSettings.DEFAULT.withPatience(Duration.ofMillis(20)));
        hasty.packages().retrieve(one.id());
        pass(FRESH);
        CountDownLatch answers = new CountDownLatch(1);
        doAnswer(call -> {
                    answers.await();
                    throw refusal;
                })
                .when(watched)
                .retrieve(one.id());
        assertThat(hasty.packages().retrieve(one.id())).isEqualTo(one);

        answers.countDown();
        executor.shutdown();
        executor.awaitTermination(1, TimeUnit.MINUTES);

        assertThatThrownBy(() -> hasty.packages().retrieve(one.id()))
                .as("what was told before is not told any more, though the account cannot be asked")
                .isInstanceOf(UnavailableException.class);
    }

    static List<WharfException> refusals() {
        return List.of(
                new NotAuthenticatedException("revoked", null), new NotAllowedException("not with these credentials"));
    }

    @RepeatedTest(5)
    void of_a_thousand_who_ask_the_same_one_asks_the_account() {
        CountDownLatch answers = new CountDownLatch(1);
        doAnswer(call -> {
                    answers.await();
                    return one;
                })
                .when(watched)
                .retrieve(one.id());

        List<ConnectorPackage> all = Crowd.of(1000, i -> {
            if (i == 999) {
                answers.countDown();
            }
            return account.packages().retrieve(one.id());
        });

        assertThat(all).containsOnly(one);
        verify(watched, times(1)).retrieve(one.id());
    }

    @Test
    void a_list_is_asked_for_every_time() {
        account.packages().list(PAGE);
        ConnectorPackage other = behind.packages().create(ArchiveSource.of(TWO));

        assertThat(account.packages().list(PAGE).items()).containsExactly(one, other);
    }

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

    @Test
    void what_is_kept_is_bounded() {
        CacheSettings few = new CacheSettings(FRESH, FRESH, FRESH, Duration.ofDays(1), 10);
        CachedAccount small = cached(few);
        doAnswer(call -> new ConnectorPackage(
                        call.getArgument(0), null, new UserId("a"), new UserId("a"), now.get(), now.get(), null))
                .when(watched)
                .retrieve(any());
        for (int i = 0; i < 100; i++) {
            small.packages().retrieve(new PackageId("package_" + i));
        }
        away(new UnavailableException("away", null, null));

        int still = 0;
        for (int i = 0; i < 100; i++) {
            try {
                small.packages().retrieve(new PackageId("package_" + i));
                still++;
            } catch (UnavailableException e) {
                // Not kept.
            }
        }
        assertThat(still).isBetween(1, 10);
    }
}
