package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.gateway.SettledChange.Outcome;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.registry.CollidingCatalog;
import dev.wharf.settling.LossyRegistry;
import dev.wharf.settling.LossyRegistry.Fate;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of changes of which a gateway does not see the end. */
class GatewayOpenChangesTest {
    private static final Duration LEASE = GatewaySettings.DEFAULT.lease();
    private static final UserId ANN = new UserId("ann");

    private final Harbour harbour = new Harbour();
    private final Account behind = harbour.admin();
    private final LossyRegistry packages = new LossyRegistry(behind.packages());
    private final Account account = behindWith(packages);
    private final InMemoryCatalog record = new InMemoryCatalog();
    private final List<AuditEntry> told = new ArrayList<>();
    private final List<SettledChange> settled = new ArrayList<>();
    private final Gateway gateway = gateway(record);
    private final Account ann = as(gateway, "ann", account);

    private Gateway gateway(PackageCatalog catalog) {
        InMemoryArchiveStore store = new InMemoryArchiveStore();
        return new Gateway(
                catalog,
                store,
                new ArchiveCache(store, 1_000_000, harbour.clock),
                GatewaySettings.DEFAULT.withInspection(ArchiveInspection.OFF),
                harbour.clock,
                told::add);
    }

    private static Account as(Gateway gateway, String user, Account account) {
        return gateway.accountOf(new Principal(new UserId(user), Role.MEMBER), account, account, remarks -> {});
    }

    private Account behindWith(PackageRegistry registry) {
        Account replaced = mock(Account.class, delegatesTo(behind));
        doReturn(registry).when(replaced).packages();
        return replaced;
    }

    /** Makes changes of packages and loses the answer. */
    private Account losingAnswers() {
        PackageRegistry losing = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        doAnswer(call -> {
                    behind.packages().update(call.getArgument(0), call.getArgument(1));
                    throw packages.lost;
                })
                .when(losing)
                .update(any(), any(), any());
        doAnswer(call -> {
                    behind.packages().delete(call.getArgument(0));
                    throw packages.lost;
                })
                .when(losing)
                .delete(any(), any());
        return behindWith(losing);
    }

    private void lose(String user, String comment, Fate fate) {
        packages.fates.add(fate);
        assertThat(catchThrowable(() -> as(gateway, user, account).packages().create(Harbour.archive(comment))))
                .isSameAs(packages.lost);
    }

    private void settleLater() {
        harbour.clock.advance(LEASE);
        gateway.settle(account, settled::add);
    }

    private Optional<UserId> owner(ConnectorPackage made) {
        return record.audit()
                .findLast(Action.PACKAGE_CREATED, made.id().value())
                .map(AuditEntry::user);
    }

    private void assertOutcomes(Outcome... outcomes) {
        assertThat(settled).extracting(SettledChange::outcome).containsExactly(outcomes);
        assertThat(record.begun().list(0, 10)).isEmpty();
    }

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
    void what_may_be_anothers_is_left_to_administrators() {
        lose("ann", "same", Fate.ANSWER_LOST);
        lose("bob", "same", Fate.REQUEST_LOST);
        lose("ann", "two", Fate.ANSWER_LOST);
        harbour.upload("two");

        settleLater();

        assertOutcomes(Outcome.UNCLEAR, Outcome.UNCLEAR, Outcome.UNCLEAR);
        assertThat(settled.get(2).remark())
                .contains(
                        harbour.packages().get(1).id().value(),
                        harbour.packages().get(2).id().value());
        assertThat(told).isEmpty();
    }

    @Test
    void of_several_uploads_of_one_user_each_gets_one_package() {
        lose("ann", "same", Fate.ANSWER_LOST);
        lose("ann", "same", Fate.ANSWER_LOST);

        settleLater();

        assertOutcomes(Outcome.RECORDED, Outcome.RECORDED);
        assertThat(harbour.packages())
                .allSatisfy(made -> assertThat(owner(made)).contains(ANN));
    }

    @Test
    void nothing_is_adopted_that_is_older_bound_anothers_or_recorded() {
        harbour.upload("same");
        harbour.clock.advance(Duration.ofHours(1));
        lose("ann", "same", Fate.REQUEST_LOST);
        ConnectorPackage bound = harbour.upload("same");
        behind.connections()
                .create(new NewConnection(
                        behind.destinations()
                                .create(new DestinationName("Warehouse"))
                                .id(),
                        new ConnectionName("user"),
                        ConnectionSettings.binding(bound.id())));
        harbour.registry
                .accountOf(new Principal(new UserId("somebody"), Role.MEMBER))
                .packages()
                .create(Harbour.archive("same"));
        as(gateway, "bob", account).packages().create(Harbour.archive("same"));

        settleLater();

        assertOutcomes(Outcome.NOT_MADE);
        assertThat(told).extracting(AuditEntry::user).containsExactly(new UserId("bob"));
    }

    @Test
    void where_the_account_does_not_tell_whose_credentials_these_are_nothing_is_adopted() {
        lose("ann", "lost", Fate.ANSWER_LOST);
        doReturn(new AccountInfo("id", "name", null)).when(account).info();

        settleLater();

        assertOutcomes(Outcome.UNCLEAR);
        assertThat(told).isEmpty();
    }

    @Test
    void updates_and_deletions_whose_answers_were_lost_are_recorded() {
        ConnectorPackage updated = ann.packages().create(Harbour.archive("before"));
        ConnectorPackage deleted = ann.packages().create(Harbour.archive("deleted"));
        Account losing = as(gateway, "ann", losingAnswers());
        assertThat(catchThrowable(() -> losing.packages().update(updated.id(), Harbour.archive("after"))))
                .isSameAs(packages.lost);
        assertThat(catchThrowable(() -> losing.packages().delete(deleted.id()))).isSameAs(packages.lost);

        settleLater();

        assertOutcomes(Outcome.RECORDED, Outcome.RECORDED);
        assertThat(told.get(2))
                .returns(Action.PACKAGE_UPDATED, AuditEntry::action)
                .returns(Harbour.hash("before"), AuditEntry::from)
                .returns(Harbour.hash("after"), AuditEntry::to);
        assertThat(told.get(3))
                .returns(Action.PACKAGE_DELETED, AuditEntry::action)
                .returns(deleted.id().value(), AuditEntry::subject)
                .returns(Harbour.hash("deleted"), AuditEntry::from);
    }

    @Test
    void updates_and_deletions_that_never_arrived_are_closed() {
        ConnectorPackage made = ann.packages().create(Harbour.archive("before"));
        PackageRegistry away = mock(PackageRegistry.class, delegatesTo(behind.packages()));
        doAnswer(call -> {
                    throw packages.lost;
                })
                .when(away)
                .update(any(), any(), any());
        doAnswer(call -> {
                    throw packages.lost;
                })
                .when(away)
                .delete(any(), any());
        Account lost = as(gateway, "ann", behindWith(away));
        assertThat(catchThrowable(() -> lost.packages().update(made.id(), Harbour.archive("after"))))
                .isNotNull();
        assertThat(catchThrowable(() -> lost.packages().delete(made.id()))).isNotNull();

        settleLater();

        assertOutcomes(Outcome.NOT_MADE, Outcome.NOT_MADE);
        assertThat(told).hasSize(1);
    }

    @Test
    void an_update_after_which_somebody_else_made_another_is_left_unclear() {
        ConnectorPackage made = ann.packages().create(Harbour.archive("before"));
        Account losing = as(gateway, "ann", losingAnswers());
        assertThat(catchThrowable(() -> losing.packages().update(made.id(), Harbour.archive("after"))))
                .isNotNull();
        behind.packages().update(made.id(), Harbour.archive("somebody else's"));

        settleLater();

        assertOutcomes(Outcome.UNCLEAR);
        assertThat(settled.get(0).remark()).contains(made.id().value());
    }

    @Test
    void what_was_asked_for_again_and_recorded_is_not_recorded_twice() {
        ConnectorPackage made = ann.packages().create(Harbour.archive("before"));
        Account losing = as(gateway, "ann", losingAnswers());
        assertThat(catchThrowable(() -> losing.packages().update(made.id(), Harbour.archive("after"))))
                .isNotNull();
        ann.packages().update(made.id(), Harbour.archive("after"));

        settleLater();

        assertOutcomes(Outcome.RECORDED);
        assertThat(told).extracting(AuditEntry::action).containsExactly(Action.PACKAGE_CREATED, Action.PACKAGE_UPDATED);
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
