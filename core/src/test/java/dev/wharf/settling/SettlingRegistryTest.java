package dev.wharf.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.UnknownUploadException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.MovableClock;
import dev.wharf.settling.LossyRegistry.Fate;
import dev.wharf.settling.Settlement.Outcome;
import dev.wharf.testkit.Crowd;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.SkippingPace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlingRegistryTest {
    private final Harbour harbour = new Harbour();
    private final Account account = harbour.admin();
    private final LossyRegistry lossy = new LossyRegistry(account.packages());
    private final SkippingPace pace = new SkippingPace(MovableClock.NOON);
    private final List<Settlement> told = new ArrayList<>();
    private final SettlingRegistry settling = settling(SettlingPolicy.DEFAULT);

    private SettlingRegistry settling(SettlingPolicy policy) {
        return new SettlingRegistry(lossy, lossy, account::info, policy, pace, told::add);
    }

    @Test
    void an_upload_whose_answer_comes_is_sent_once() {
        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(1);
        assertThat(told).isEmpty();
        assertThat(pace.pauses()).isEmpty();
    }

    @Test
    void what_somebody_remembers_proves_nothing() {
        harbour.upload("a");
        PackageRegistry remembering = mock();
        SettlingRegistry settling =
                new SettlingRegistry(remembering, lossy, account::info, SettlingPolicy.DEFAULT, pace, told::add);
        lossy.fates.add(Fate.ANSWER_LOST);

        ConnectorPackage created = settling.create(Harbour.archive("b"));

        assertThat(harbour.packages()).hasSize(2).contains(created);
        verifyNoInteractions(remembering);
        settling.list(PageRequest.first(1));
        verify(remembering).list(any());
    }

    @Test
    void an_upload_whose_answer_was_lost_is_found_and_not_sent_again() {
        lossy.fates.add(Fate.ANSWER_LOST);

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(1);
        assertThat(told).containsExactly(new Settlement(Outcome.ADOPTED, Harbour.hash("a"), created.id()));
    }

    @Test
    void an_upload_that_never_arrived_is_sent_again_once_that_is_proven() {
        lossy.fates.add(Fate.REQUEST_LOST);

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(2);
        assertThat(told).extracting(Settlement::outcome).containsExactly(Outcome.SENT_AGAIN);
        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void an_upload_that_is_still_being_stored_is_waited_for() {
        lossy.fates.add(Fate.STORED_LATE);

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(1);
    }

    @Test
    void every_sending_of_an_upload_has_the_same_key_and_no_other_upload_has_it() {
        lossy.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.REQUEST_LOST));
        settling.create(Harbour.archive("a"));
        settling.create(Harbour.archive("a"));

        assertThat(lossy.keys).hasSize(4).doesNotContainNull();
        assertThat(lossy.keys.subList(0, 3)).containsOnly(lossy.keys.get(0));
        assertThat(lossy.keys.get(3)).isNotEqualTo(lossy.keys.get(0));
    }

    @Test
    void a_sending_that_arrives_with_the_next_makes_nothing_twice_where_keys_are_known() {
        PackageRegistry slow = mock(PackageRegistry.class, delegatesTo(account.packages()));
        doThrow(lossy.lost)
                .doThrow(new ConflictException("under way"))
                .doAnswer(call -> {
                    account.packages().create(Harbour.archive("a"), call.getArgument(1));
                    return account.packages().create(call.getArgument(0), call.getArgument(1));
                })
                .when(slow)
                .create(any(), any());
        SettlingRegistry overSlow =
                new SettlingRegistry(slow, slow, account::info, SettlingPolicy.DEFAULT, pace, told::add);

        ConnectorPackage created = overSlow.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
    }

    @Test
    void a_refusal_of_the_first_sending_is_thrown_on() {
        lossy.fates.add(Fate.REQUEST_LOST);
        lossy.lost = new ConflictException("deleted since");

        assertThatThrownBy(() -> settling.create(Harbour.archive("a"), UploadKey.random()))
                .isSameAs(lossy.lost);

        assertThat(lossy.sends).hasValue(1);
    }

    @Test
    void a_key_of_the_callers_is_handed_on_and_answered_as_often_as_it_is_sent() {
        UploadKey key = UploadKey.random();

        List<ConnectorPackage> answers = Crowd.of(4, member -> settling.create(Harbour.archive("a"), key));

        assertThat(lossy.keys).containsOnly(key);
        assertThat(harbour.packages()).hasSize(1);
        assertThat(answers).containsOnly(harbour.packages().get(0));
    }

    @Test
    void an_archive_is_not_sent_more_often_than_allowed() {
        lossy.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.REQUEST_LOST, Fate.REQUEST_LOST));

        assertThatThrownBy(() -> settling.create(Harbour.archive("a"))).isSameAs(lossy.lost);

        assertThat(lossy.sends).hasValue(3);
        assertThat(harbour.packages()).isEmpty();
    }

    @Test
    void a_package_that_was_there_before_is_never_taken_for_the_one_that_was_lost() {
        ConnectorPackage earlier = harbour.upload("a");
        lossy.fates.add(Fate.REQUEST_LOST);

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(created.id()).isNotEqualTo(earlier.id());
        assertThat(harbour.packages()).hasSize(2);
    }

    @Test
    void a_package_with_other_bytes_of_another_user_or_in_use_is_not_ours() {
        lossy.fates.add(Fate.REQUEST_LOST);
        Account bob = harbour.registry.accountOf(new Principal(new UserId("bob"), Role.MEMBER));
        afterTheFirstList(() -> {
            bob.packages().create(Harbour.archive("a"));
            account.packages().create(Harbour.archive("b"));
        });

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(lossy.sends).hasValue(2);
        assertThat(created.createdBy()).isEqualTo(new UserId("root"));
        assertThat(created.sha256()).isEqualTo(Harbour.hash("a"));
    }

    @Test
    void a_package_older_than_the_upload_is_not_ours_even_if_the_first_list_missed_it() {
        Instant longAgo = MovableClock.NOON.minus(Duration.ofDays(1));
        lossy.fates.add(Fate.REQUEST_LOST);
        afterTheFirstList(() -> {
            account.packages().create(Harbour.archive("a"));
            lossy.shown = p -> madeAt(p, longAgo);
        });

        settling.create(Harbour.archive("a"));

        assertThat(lossy.sends).hasValue(2);
    }

    @Test
    void where_no_hash_is_told_a_download_tells_which_package_is_ours() {
        lossy.fates.add(Fate.ANSWER_LOST);
        lossy.shown = SettlingRegistryTest::withoutHash;
        afterTheFirstList(() -> account.packages().create(Harbour.archive("b")));

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(account.packages().retrieve(created.id()).sha256()).isEqualTo(Harbour.hash("a"));
        assertThat(lossy.sends).hasValue(1);
    }

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
    void a_refusal_is_no_loss() {
        assertThatThrownBy(() -> settling.create(ArchiveSource.of(new byte[] {1})))
                .isInstanceOf(InvalidArchiveException.class);

        assertThat(lossy.lists).hasValue(1);
    }

    @Test
    void an_archive_that_can_be_read_only_once_is_still_found() {
        lossy.fates.addAll(List.of(Fate.ANSWER_LOST, Fate.REQUEST_LOST));

        ConnectorPackage created = settling.create(readableOnce("a"));
        assertThat(harbour.packages()).containsExactly(created);

        assertThatThrownBy(() -> settling.create(emptied())).isSameAs(lossy.lost);
        assertThat(lossy.sends).hasValue(2);
    }

    @Test
    void a_package_that_turns_up_late_beside_the_one_returned_is_left_as_it_might_be_anothers() {
        lossy.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.ARRIVES));
        List<ConnectorPackage> others = new ArrayList<>();
        beforeList(6, () -> others.add(harbour.upload("a")));

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactlyInAnyOrder(created, others.get(0));
        assertThat(told)
                .contains(new Settlement(
                        Outcome.SURPLUS_LEFT, Harbour.hash("a"), others.get(0).id()));
    }

    @Test
    void a_package_that_turns_up_late_is_deleted_where_nobody_else_uploads() {
        lossy.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.ARRIVES));
        beforeList(6, () -> harbour.upload("a"));

        ConnectorPackage created =
                settling(SettlingPolicy.DEFAULT.withSole(true)).create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(told).extracting(Settlement::outcome).contains(Outcome.SURPLUS_DELETED);
    }

    @Test
    void more_packages_than_were_sent_are_not_all_ours_and_none_is_deleted() {
        lossy.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.ARRIVES));
        beforeList(6, () -> {
            harbour.upload("a");
            harbour.upload("a");
        });

        settling(SettlingPolicy.DEFAULT.withSole(true)).create(Harbour.archive("a"));

        assertThat(harbour.packages()).hasSize(3);
    }

    @Test
    void uploads_of_the_same_bytes_at_the_same_time_never_share_a_package() {
        Stream.of(Fate.ANSWER_LOST, Fate.ARRIVES, Fate.REQUEST_LOST, Fate.ARRIVES, Fate.ANSWER_LOST)
                .forEach(lossy.fates::add);
        SettlingRegistry shared =
                new SettlingRegistry(lossy, lossy, account::info, SettlingPolicy.DEFAULT, pace, settlement -> {});

        List<CompletableFuture<ConnectorPackage>> uploads = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> shared.create(Harbour.archive("a"))))
                .toList();
        List<ConnectorPackage> created =
                uploads.stream().map(CompletableFuture::join).toList();

        assertThat(new HashSet<>(created)).hasSize(8);
        assertThat(harbour.packages()).containsExactlyInAnyOrderElementsOf(created);
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

    @Test
    void everything_else_is_the_registry_behind() {
        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(settling.retrieve(created.id())).isEqualTo(created);
        assertThat(settling.update(created.id(), Harbour.archive("b")).sha256()).isEqualTo(Harbour.hash("b"));
        assertThat(settling.download(created.id()).sha256()).isEqualTo(Harbour.hash("b"));
        settling.delete(created.id());
        assertThat(harbour.packages()).isEmpty();
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> SettlingPolicy.DEFAULT.withSends(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SettlingPolicy.DEFAULT.withLooks(0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SettlingPolicy.DEFAULT.withPatience(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Before the list that follows the one made at the upload's beginning. */
    private void afterTheFirstList(Runnable action) {
        beforeList(2, action);
    }

    private void beforeList(int count, Runnable action) {
        lossy.beforeList = () -> {
            if (lossy.lists.get() == count) {
                action.run();
            }
        };
    }

    private static ConnectorPackage madeAt(ConnectorPackage p, Instant at) {
        return new ConnectorPackage(p.id(), p.connectionId(), p.createdBy(), p.lastUpdatedBy(), at, at, p.sha256());
    }

    private static ConnectorPackage withoutHash(ConnectorPackage p) {
        return new ConnectorPackage(
                p.id(), p.connectionId(), p.createdBy(), p.lastUpdatedBy(), p.createdAt(), p.updatedAt(), null);
    }

    private static ArchiveSource readableOnce(String comment) {
        return source(new ByteArrayInputStream(SampleArchives.connector(comment)));
    }

    private static ArchiveSource emptied() {
        return source(null);
    }

    private static ArchiveSource source(@Nullable InputStream only) {
        return new ArchiveSource() {
            private @Nullable InputStream left = only;

            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() throws IOException {
                InputStream opened = left;
                left = null;
                if (opened == null) {
                    throw new IOException("it was read already");
                }
                return opened;
            }
        };
    }
}
