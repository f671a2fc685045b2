package dev.wharf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.wharf.cache.Freshness.Origin;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CachedWhileAwayTest extends WatchedAccount {
    static List<WharfException> ways_to_be_away() {
        return List.of(
                new UnavailableException("away", null, null),
                new RateLimitedException("too many", null, null),
                new UnexpectedAnswerException("a page of a proxy", null));
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
}
