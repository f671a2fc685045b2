package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.gateway.SettledChange.Outcome;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.AuditEntry.Action;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.settling.LossyRegistry;
import dev.wharf.settling.LossyRegistry.Fate;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gateway to an account whose answers get lost as a test says. */
abstract class LosingGateway {
    static final Duration LEASE = GatewaySettings.DEFAULT.lease();
    static final UserId ANN = new UserId("ann");

    final Harbour harbour = new Harbour();
    final Account behind = harbour.admin();
    final LossyRegistry packages = new LossyRegistry(behind.packages());
    final Account account = behindWith(packages);
    final InMemoryCatalog record = new InMemoryCatalog();
    final List<AuditEntry> told = new ArrayList<>();
    final List<SettledChange> settled = new ArrayList<>();
    final Gateway gateway = gateway(record);
    final Account ann = as(gateway, "ann", account);

    Gateway gateway(PackageCatalog catalog) {
        InMemoryArchiveStore store = new InMemoryArchiveStore();
        return new Gateway(
                catalog,
                store,
                new ArchiveCache(store, 1_000_000, harbour.clock),
                GatewaySettings.DEFAULT.withInspection(ArchiveInspection.OFF),
                harbour.clock,
                told::add);
    }

    static Account as(Gateway gateway, String user, Account account) {
        return gateway.accountOf(new Principal(new UserId(user), Role.MEMBER), account, account, remarks -> {});
    }

    Account behindWith(PackageRegistry registry) {
        Account replaced = mock(Account.class, delegatesTo(behind));
        doReturn(registry).when(replaced).packages();
        return replaced;
    }

    void lose(String user, String comment, Fate fate) {
        packages.fates.add(fate);
        assertThat(catchThrowable(() -> as(gateway, user, account).packages().create(Harbour.archive(comment))))
                .isSameAs(packages.lost);
    }

    void settleLater() {
        harbour.clock.advance(LEASE);
        gateway.settle(account, settled::add);
    }

    Optional<UserId> owner(ConnectorPackage made) {
        return record.audit()
                .findLast(Action.PACKAGE_CREATED, made.id().value())
                .map(AuditEntry::user);
    }

    void assertOutcomes(Outcome... outcomes) {
        assertThat(settled).extracting(SettledChange::outcome).containsExactly(outcomes);
        assertThat(record.begun().list(0, 10)).isEmpty();
    }
}
