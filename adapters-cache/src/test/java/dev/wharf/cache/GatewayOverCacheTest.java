package dev.wharf.cache;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.gateway.ArchiveInspection;
import dev.wharf.gateway.Gateway;
import dev.wharf.gateway.GatewaySettings;
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
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Through a gateway whose answers are kept for an hour, lists too, an account is an account all the same. */
class GatewayOverCacheTest extends AccountContract {
    private static final int MAX_BYTES = 100_000;
    private static final ArchiveLimits LIMITS = ArchiveLimits.DEFAULT.withMaxBytes(MAX_BYTES);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private CachedAccount cached;
    private Gateway gateway;

    @BeforeEach
    void open() {
        Account behind = new HostedRegistry(
                        new InMemoryCatalog(),
                        new InMemoryArchiveStore(),
                        RegistrySettings.DEFAULT.withLimits(LIMITS),
                        InstantSource.system(),
                        change -> {})
                .accountOf(new Principal(new UserId("the_gateway"), Role.ADMIN));
        cached = new CachedAccount(
                behind,
                CacheSettings.DEFAULT.withFresh(Duration.ofHours(1), Duration.ofHours(1)),
                InstantSource.system(),
                executor);
        InMemoryArchiveStore store = new InMemoryArchiveStore();
        gateway = new Gateway(
                new InMemoryCatalog(),
                store,
                new ArchiveCache(store, 1_000_000, InstantSource.system()),
                new GatewaySettings(BindingPolicy.SINGLE, LIMITS, ArchiveInspection.OFF, Duration.ofMinutes(1)),
                InstantSource.system(),
                change -> {});
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Override
    public int maxArchiveBytes() {
        return MAX_BYTES;
    }

    @Override
    protected Account as(String user, Role role) {
        return gateway.accountOf(
                new Principal(new UserId(user), role), cached, cached.view(ReadTerms.ASKING), remarks -> {});
    }
}
