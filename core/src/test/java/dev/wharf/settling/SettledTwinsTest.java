package dev.wharf.settling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.gateway.Harbour;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.registry.MovableClock;
import dev.wharf.settling.LossyRegistry.Fate;
import dev.wharf.settling.Settlement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettledTwinsTest extends LossyHarbour {
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
        lossy.shown = SettledTwinsTest::withoutHash;
        afterTheFirstList(() -> account.packages().create(Harbour.archive("b")));

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(account.packages().retrieve(created.id()).sha256()).isEqualTo(Harbour.hash("a"));
        assertThat(lossy.sends).hasValue(1);
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

    private static ConnectorPackage madeAt(ConnectorPackage p, Instant at) {
        return new ConnectorPackage(p.id(), p.connectionId(), p.createdBy(), p.lastUpdatedBy(), at, at, p.sha256());
    }

    private static ConnectorPackage withoutHash(ConnectorPackage p) {
        return new ConnectorPackage(
                p.id(), p.connectionId(), p.createdBy(), p.lastUpdatedBy(), p.createdAt(), p.updatedAt(), null);
    }
}
