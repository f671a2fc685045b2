package dev.wharf.registry;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.PackageCatalog;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.InMemoryCatalog;
import dev.wharf.testkit.SampleArchives;
import java.util.ArrayList;
import java.util.List;

/** A hosted registry with all that stands behind it in a test's reach. */
final class Harbour {
    final MovableClock clock = new MovableClock();
    final InMemoryCatalog catalog = new InMemoryCatalog();
    final InMemoryArchiveStore store = new InMemoryArchiveStore(clock);
    final List<AuditEntry> announced = new ArrayList<>();
    final HostedRegistry registry = over(catalog, store, RegistrySettings.DEFAULT);

    HostedRegistry over(PackageCatalog someCatalog, ArchiveStore someStore, RegistrySettings settings) {
        return new HostedRegistry(someCatalog, someStore, settings, clock, announced::add);
    }

    Account admin() {
        return admin(registry);
    }

    static Account admin(HostedRegistry registry) {
        return registry.accountOf(new Principal(new UserId("root"), Role.ADMIN));
    }

    ConnectorPackage upload(String comment) {
        return admin().packages().create(archive(comment));
    }

    List<ConnectorPackage> packages() {
        return Page.<ConnectorPackage>collectAll(admin().packages()::list);
    }

    List<Sha256> archives() {
        List<Sha256> all = new ArrayList<>();
        store.forEach(entry -> all.add(entry.sha256()));
        return all;
    }

    static ArchiveSource archive(String comment) {
        return ArchiveSource.of(SampleArchives.connector(comment));
    }

    static Sha256 hash(String comment) {
        return Sha256.of(SampleArchives.connector(comment));
    }
}
