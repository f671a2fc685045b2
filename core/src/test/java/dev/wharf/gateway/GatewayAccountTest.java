package dev.wharf.gateway;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.port.Account;
import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.testkit.AccountContract;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SharedJournalContract;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;

/** An account behind a gateway is an account, to each of its users. */
class GatewayAccountTest extends AccountContract implements SharedJournalContract {
    private static final int MAX_BYTES = 100_000;
    private static final ArchiveLimits LIMITS = ArchiveLimits.DEFAULT.withMaxBytes(MAX_BYTES);

    private Account behind;
    private Gateway gateway;

    @BeforeEach
    void open() {
        behind = new HostedRegistry(
                        new InMemoryCatalog(),
                        new InMemoryArchiveStore(),
                        RegistrySettings.DEFAULT.withLimits(LIMITS),
                        InstantSource.system(),
                        change -> {})
                .accountOf(new Principal(new UserId("the_gateway"), Role.ADMIN));
        InMemoryArchiveStore store = new InMemoryArchiveStore();
        gateway = new Gateway(
                new InMemoryCatalog(),
                store,
                new ArchiveCache(store, 1_000_000, InstantSource.system()),
                new GatewaySettings(BindingPolicy.SINGLE, LIMITS, ArchiveInspection.OFF, Duration.ofMinutes(1)),
                InstantSource.system(),
                change -> {});
    }

    @Override
    public int maxArchiveBytes() {
        return MAX_BYTES;
    }

    @Override
    protected Account as(String user, Role role) {
        return gateway.accountOf(new Principal(new UserId(user), role), behind, behind, remarks -> {});
    }
}
