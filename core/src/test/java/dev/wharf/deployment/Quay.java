package dev.wharf.deployment;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StoredArchive;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.util.List;

/** An account with one destination, to deploy to. */
final class Quay {
    static final DestinationName WAREHOUSE = new DestinationName("Warehouse");
    static final ConnectionName ORDERS = new ConnectionName("orders");

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    final HostedRegistry registry = HostedRegistry.over(catalog, new InMemoryArchiveStore());
    final Account account = registry.accountOf(new Principal(new UserId("root"), Role.ADMIN));
    final Destination destination = account.destinations().create(WAREHOUSE);
    final InMemoryArchiveStore kept = new InMemoryArchiveStore();
    final Deployment deployment = new Deployment(account, kept);

    DeployResult deploy(String comment, ConnectionSettings settings) {
        return deployment.deploy(archive(comment), request(settings));
    }

    DeployRequest request(ConnectionSettings settings) {
        return DeployRequest.of(WAREHOUSE, ORDERS, settings);
    }

    List<ConnectorPackage> packages() {
        return Page.<ConnectorPackage>collectAll(account.packages()::list);
    }

    List<Connection> connections() {
        return Page.<Connection>collectAll(page -> account.connections().list(ConnectionFilter.ALL, page));
    }

    ConnectorPackage onlyPackage() {
        if (packages().size() != 1) {
            throw new AssertionError("there is not one package but " + packages());
        }
        return packages().get(0);
    }

    Connection onlyConnection() {
        if (connections().size() != 1) {
            throw new AssertionError("there is not one connection but " + connections());
        }
        return connections().get(0);
    }

    /** How many changes the account has seen. */
    int changes() {
        return catalog.audit().list(0, 1000).size();
    }

    static StoredArchive archive(String comment) {
        return stored(SampleArchives.connector(comment));
    }

    static StoredArchive stored(byte[] bytes) {
        return new InMemoryArchiveStore().stage(ArchiveSource.of(bytes), bytes.length);
    }
}
