package dev.wharf.gateway;

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
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.MovableClock;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.util.ArrayList;
import java.util.List;

/** A hosted registry with all that stands behind it in a test's reach. */
public final class Harbour {
    public final MovableClock clock = new MovableClock();
    public final InMemoryCatalog catalog = new InMemoryCatalog();
    public final InMemoryArchiveStore store = new InMemoryArchiveStore(clock);
    public final List<AuditEntry> announced = new ArrayList<>();
    public final HostedRegistry registry = over(catalog, store, RegistrySettings.DEFAULT);

    public HostedRegistry over(PackageCatalog someCatalog, ArchiveStore someStore, RegistrySettings settings) {
        return new HostedRegistry(someCatalog, someStore, settings, clock, announced::add);
    }

    public Account admin() {
        return admin(registry);
    }

    public static Account admin(HostedRegistry registry) {
        return registry.accountOf(new Principal(new UserId("root"), Role.ADMIN));
    }

    public ConnectorPackage upload(String comment) {
        return admin().packages().create(archive(comment));
    }

    public List<ConnectorPackage> packages() {
        return Page.<ConnectorPackage>collectAll(admin().packages()::list);
    }

    public List<Sha256> archives() {
        List<Sha256> all = new ArrayList<>();
        store.forEach(entry -> all.add(entry.sha256()));
        return all;
    }

    public static ArchiveSource archive(String comment) {
        return ArchiveSource.of(SampleArchives.connector(comment));
    }

    public static Sha256 hash(String comment) {
        return Sha256.of(SampleArchives.connector(comment));
    }
}
