package dev.wharf.registry;

import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.port.Account;
import dev.wharf.testkit.AccountContract;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SharedJournalContract;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.InstantSource;

class HostedAccountTest extends AccountContract implements SharedJournalContract {
    private static final int MAX_BYTES = 100_000;

    private final HostedRegistry registry = new HostedRegistry(
            new InMemoryCatalog(),
            new InMemoryArchiveStore(),
            RegistrySettings.DEFAULT.withLimits(ArchiveLimits.DEFAULT.withMaxBytes(MAX_BYTES)),
            InstantSource.system(),
            change -> {});

    @Override
    public int maxArchiveBytes() {
        return MAX_BYTES;
    }

    @Override
    protected Account as(String user, Role role) {
        return registry.accountOf(new Principal(new UserId(user), role));
    }
}
