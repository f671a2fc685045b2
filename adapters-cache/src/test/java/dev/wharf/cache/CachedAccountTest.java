package dev.wharf.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.wharf.cache.Freshness.Origin;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CachedAccountTest extends WatchedAccount {
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
