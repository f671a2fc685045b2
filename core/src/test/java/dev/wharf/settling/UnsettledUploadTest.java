package dev.wharf.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.UnknownUploadException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.port.Pace;
import dev.wharf.registry.MovableClock;
import dev.wharf.settling.LossyRegistry.Fate;
import dev.wharf.settling.Settlement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnsettledUploadTest extends LossyHarbour {
    @Test
    void without_knowing_who_asks_nothing_is_taken_and_nothing_sent_again() {
        lossy.fates.add(Fate.ANSWER_LOST);
        SettlingRegistry anonymous = new SettlingRegistry(
                lossy, lossy, () -> new AccountInfo("a", "a", null), SettlingPolicy.DEFAULT, pace, told::add);

        assertThatThrownBy(() -> anonymous.create(Harbour.archive("a")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(Harbour.hash("a").hex());

        assertThat(lossy.sends).hasValue(1);
        assertThat(told).extracting(Settlement::outcome).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void lists_that_fail_prove_nothing() {
        lossy.fates.add(Fate.ANSWER_LOST);
        afterTheFirstList(() -> {
            for (int i = 0; i < 5; i++) {
                lossy.failingLists.add(new UnavailableException("away", null, null));
            }
        });

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(1);
    }

    @Test
    void a_list_that_is_limited_is_asked_for_again_when_it_may_be() {
        lossy.fates.add(Fate.ANSWER_LOST);
        afterTheFirstList(
                () -> lossy.failingLists.add(new RateLimitedException("slow down", Duration.ofSeconds(30), null)));

        settling.create(Harbour.archive("a"));

        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(30));
        assertThat(lossy.sends).hasValue(1);
    }

    @Test
    void what_cannot_be_found_out_within_the_patience_is_said() {
        lossy.fates.add(Fate.ANSWER_LOST);
        afterTheFirstList(() -> {
            for (int i = 0; i < 50; i++) {
                lossy.failingLists.add(new UnavailableException("away", null, null));
            }
        });

        assertThatThrownBy(() -> settling.create(Harbour.archive("a")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("before you upload it again")
                .hasMessageContaining(Harbour.hash("a").hex())
                .hasCause(lossy.lost);

        assertThat(lossy.sends).hasValue(1);
        assertThat(Duration.between(MovableClock.NOON, pace.instant())).isLessThan(SettlingPolicy.DEFAULT.patience());
    }

    @Test
    void whoever_gives_up_while_it_is_looked_for_is_told_that_it_may_be_there() {
        IllegalStateException givenUp = new IllegalStateException("The user wants no more.");
        Pace ending = new Pace() {
            @Override
            public Instant instant() {
                return MovableClock.NOON;
            }

            @Override
            public void pause(Duration wait) {
                throw givenUp;
            }
        };
        SettlingRegistry settled =
                new SettlingRegistry(lossy, lossy, account::info, SettlingPolicy.DEFAULT, ending, told::add);
        lossy.fates.add(Fate.REQUEST_LOST);

        assertThatThrownBy(() -> settled.create(Harbour.archive("a")))
                .isInstanceOf(UnknownUploadException.class)
                .hasCause(lossy.lost)
                .satisfies(failure ->
                        assertThat(failure.getCause().getSuppressed()).contains(givenUp));

        assertThat(lossy.sends).hasValue(1);
        assertThat(told).extracting(Settlement::outcome).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void a_list_that_is_forbidden_ends_the_search() {
        lossy.fates.add(Fate.ANSWER_LOST);
        afterTheFirstList(() -> lossy.failingLists.add(new NotAllowedException("no")));

        assertThatThrownBy(() -> settling.create(Harbour.archive("a"))).isInstanceOf(UnavailableException.class);

        assertThat(pace.pauses()).isEmpty();
    }

    @Test
    void an_answer_that_cannot_be_understood_is_settled_but_not_sent_again() {
        lossy.lost = new UnexpectedAnswerException("what?", null);
        lossy.fates.addAll(List.of(Fate.ANSWER_LOST, Fate.REQUEST_LOST));

        settling.create(Harbour.archive("a"));
        assertThatThrownBy(() -> settling.create(Harbour.archive("b"))).isSameAs(lossy.lost);

        assertThat(harbour.packages()).hasSize(1);
    }

    @Test
    void an_interrupted_thread_does_not_wait() {
        lossy.fates.add(Fate.REQUEST_LOST);
        afterTheFirstList(() -> Thread.currentThread().interrupt());

        assertThatThrownBy(() -> settling.create(Harbour.archive("a")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(Harbour.hash("a").hex());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lossy.sends).hasValue(1);
    }
}
