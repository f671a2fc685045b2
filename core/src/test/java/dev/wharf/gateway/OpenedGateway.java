package dev.wharf.gateway;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.Connections;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gateway to an account in memory, and two users of it. */
abstract class OpenedGateway {
    static final UserId BEHIND = new UserId("the_gateway");
    static final byte[] SOUND = SampleArchives.of(Map.of(
            "connector.py",
            "from fivetran_connector_sdk import Connector\n\n\ndef update(configuration, state):\n    pass\n\n\n"
                    + "connector = Connector(update=update)\n"));
    /** Has no connector object in its connector.py, which nothing but a look into it tells. */
    static final byte[] WRONG = SampleArchives.of(Map.of("connector.py", "print('hello')\n"));

    /** Binds whatever it is asked to, so that nothing but the gateway keeps the rule. */
    final Account behind = new HostedRegistry(
                    new InMemoryCatalog(),
                    new InMemoryArchiveStore(),
                    RegistrySettings.DEFAULT.withBinding(BindingPolicy.SHARED),
                    InstantSource.system(),
                    change -> {})
            .accountOf(new Principal(BEHIND, Role.ADMIN));

    final InMemoryArchiveStore store = new InMemoryArchiveStore();
    final InMemoryCatalog record = new InMemoryCatalog();
    final List<AuditEntry> told = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    final Gateway gateway = gateway(record, ArchiveInspection.WARN);

    final Account ann = as("ann", Role.MEMBER, behind);

    Gateway gateway(PackageCatalog catalog, ArchiveInspection inspection) {
        return new Gateway(
                catalog,
                store,
                new ArchiveCache(store, 1_000_000, InstantSource.system()),
                GatewaySettings.DEFAULT.withInspection(inspection),
                InstantSource.system(),
                told::add);
    }

    Account as(String user, Role role, Account account) {
        return gateway.accountOf(principal(user, role), account, account, remarks::addAll);
    }

    static Principal principal(String user, Role role) {
        return new Principal(new UserId(user), role);
    }

    static byte[] download(Account from, PackageId id) throws IOException {
        try (ArchiveDownload download = from.packages().download(id)) {
            return download.stream().readAllBytes();
        }
    }

    /** The account behind, with one of its parts replaced. */
    Account behindWith(PackageRegistry packages, Connections connections) {
        Account account = mock(Account.class, delegatesTo(behind));
        doReturn(packages).when(account).packages();
        doReturn(connections).when(account).connections();
        return account;
    }
}
