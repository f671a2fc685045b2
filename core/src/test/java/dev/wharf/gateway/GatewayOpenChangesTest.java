package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.gateway.SettledChange.Outcome;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.model.UploadKey;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.CollidingCatalog;
import dev.wharf.settling.LossyRegistry.Fate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of changes of which a gateway does not see the end. */
class GatewayOpenChangesTest extends LosingGateway {
    @Test
    void an_upload_whose_answer_was_lost_is_recorded_as_made_by_who_sent_it() {
        lose("ann", "lost", Fate.ANSWER_LOST);

        settleLater();

        assertOutcomes(Outcome.RECORDED);
        ConnectorPackage made = harbour.packages().get(0);
        assertThat(owner(made)).contains(ANN);
        assertThat(told).hasSize(1);
        ann.packages().delete(made.id());
        assertThat(harbour.packages()).isEmpty();
    }

    @Test
    void an_upload_that_never_arrived_is_closed() {
        lose("ann", "lost", Fate.REQUEST_LOST);

        settleLater();

        assertOutcomes(Outcome.NOT_MADE);
        assertThat(told).isEmpty();
    }

    @Test
    void an_upload_of_which_the_maker_died_is_recorded_by_the_next_gateway() {
        PackageRegistry deadly = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        doAnswer(call -> {
                    behind.packages().create(call.getArgument(0));
                    throw new ThreadDeath();
                })
                .when(deadly)
                .create(any(), any());
        UploadKey key = UploadKey.random();
        assertThat(catchThrowable(
                        () -> as(gateway, "ann", behindWith(deadly)).packages().create(Harbour.archive("lost"), key)))
                .isInstanceOf(ThreadDeath.class);
        Gateway next = gateway(record);
        harbour.clock.advance(LEASE);

        next.settle(account, settled::add);

        assertOutcomes(Outcome.RECORDED);
        ConnectorPackage made = harbour.packages().get(0);
        assertThat(owner(made)).contains(ANN);
        assertThat(as(next, "ann", account)
                        .packages()
                        .create(Harbour.archive("lost"), key)
                        .id())
                .isEqualTo(made.id());
        assertThat(harbour.packages()).hasSize(1);
    }

    @Test
    void while_the_account_is_away_changes_stay_open() {
        lose("ann", "lost", Fate.ANSWER_LOST);
        packages.failingLists.add(new UnavailableException("away", null, null));

        assertThatThrownBy(this::settleLater).isInstanceOf(UnavailableException.class);
        assertThat(record.begun().list(0, 10)).hasSize(1);
        gateway.settle(account, settled::add);

        assertOutcomes(Outcome.RECORDED);
    }

    @Test
    void what_another_gateway_says_to_be_at_is_left_alone() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        PackageRegistry slow = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        doAnswer(call -> {
                    ConnectorPackage made = behind.packages().create(call.getArgument(0));
                    arrived.countDown();
                    goOn.await();
                    return made;
                })
                .when(slow)
                .create(any(), any());
        CompletableFuture<ConnectorPackage> upload = CompletableFuture.supplyAsync(
                () -> as(gateway, "ann", behindWith(slow)).packages().create(Harbour.archive("slow")));
        assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
        Gateway other = gateway(record);

        harbour.clock.advance(LEASE.minusSeconds(1));
        gateway.stillUnderWay();
        harbour.clock.advance(LEASE.minusSeconds(1));
        other.settle(account, settled::add);
        gateway.settle(account, settled::add);
        lose("bob", "slow", Fate.REQUEST_LOST);
        gateway.stillUnderWay();
        harbour.clock.advance(LEASE.minusSeconds(1));
        gateway.stillUnderWay();
        harbour.clock.advance(LEASE.minusSeconds(1));
        other.settle(account, settled::add);

        assertThat(settled).isEmpty();
        goOn.countDown();
        assertThat(owner(upload.join())).contains(ANN);
        other.settle(account, settled::add);
        assertOutcomes(Outcome.NOT_MADE);
        assertThat(told).hasSize(1);
    }

    @Test
    void whoever_was_taken_for_dead_records_nothing_twice() {
        PackageRegistry slow = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        doAnswer(call -> {
                    ConnectorPackage made = behind.packages().create(call.getArgument(0));
                    harbour.clock.advance(LEASE);
                    gateway(record).settle(account, settled::add);
                    return made;
                })
                .when(slow)
                .create(any(), any());

        as(gateway, "ann", behindWith(slow)).packages().create(Harbour.archive("slow"), UploadKey.random());

        assertOutcomes(Outcome.RECORDED);
        assertThat(told).hasSize(1);
    }

    @Test
    void what_cannot_be_written_down_is_not_asked_for() {
        ConnectorPackage made = ann.packages().create(Harbour.archive("before"));
        Account full = as(gateway(CollidingCatalog.failing(record)), "ann", account);

        assertThatThrownBy(() -> full.packages().delete(made.id()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("nothing was changed");
        assertThatThrownBy(() -> full.packages().update(made.id(), Harbour.archive("after")))
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> full.packages().create(Harbour.archive("another")))
                .isInstanceOf(StorageException.class);

        assertThat(harbour.packages()).extracting(ConnectorPackage::sha256).containsExactly(Harbour.hash("before"));
    }

    @Test
    void an_upload_that_is_refused_is_not_open() {
        packages.fates.add(Fate.REQUEST_LOST);
        packages.lost = new ConflictException("no");

        assertThatThrownBy(() -> ann.packages().create(Harbour.archive("refused")))
                .isSameAs(packages.lost);

        assertThat(record.begun().list(0, 10)).isEmpty();
    }

    @Test
    void an_upload_of_which_it_is_not_known_what_became_is_not_made_again_under_its_key() {
        UploadKey key = UploadKey.random();
        packages.fates.add(Fate.ANSWER_LOST);
        assertThat(catchThrowable(() -> ann.packages().create(Harbour.archive("lost"), key)))
                .isSameAs(packages.lost);

        assertThatThrownBy(() -> ann.packages().create(Harbour.archive("lost"), key))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("same key");
        settleLater();
        ConnectorPackage answered = ann.packages().create(Harbour.archive("lost"), key);

        assertThat(harbour.packages()).extracting(ConnectorPackage::id).containsExactly(answered.id());
        assertThat(Page.<ConnectorPackage>collectAll(ann.packages()::list)).containsExactly(answered);
    }

    @Test
    void keys_are_forgotten_after_a_day() {
        UploadKey key = UploadKey.random();
        ann.packages().create(Harbour.archive("same"), key);

        harbour.clock.advance(Duration.ofHours(23));
        assertThat(gateway.forgetUploads()).isZero();
        harbour.clock.advance(Duration.ofHours(2));
        assertThat(gateway.forgetUploads()).isEqualTo(1);
        ann.packages().create(Harbour.archive("same"), key);

        assertThat(harbour.packages()).hasSize(2);
    }
}
