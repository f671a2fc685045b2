package dev.wharf.deployment;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.Page;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** An account that does not tell everything, and what is deployed to it. */
abstract class SilentAccount {
    final Account real = new HostedRegistry(
                    new InMemoryCatalog(),
                    new InMemoryArchiveStore(),
                    RegistrySettings.DEFAULT.withBinding(BindingPolicy.SHARED),
                    InstantSource.system(),
                    change -> {})
            .accountOf(new Principal(new UserId("root"), Role.ADMIN));
    final Destination destination = real.destinations().create(Quay.WAREHOUSE);
    final Connections connections = mock(Connections.class, delegatesTo(real.connections()));
    final PackageRegistry packages = mock(PackageRegistry.class, delegatesTo(real.packages()));
    final List<String> remarks = new ArrayList<>();
    final Deployment deployment = new Deployment(
            account(), new InMemoryArchiveStore(), DeployJournal.NONE, InstantSource.system(), new DeployListener() {
                @Override
                public void begins(DeployStep step) {
                    // Only what is remarked is looked at.
                }

                @Override
                public void remarks(String text) {
                    remarks.add(text);
                }
            });

    Account account() {
        Account account = mock();
        when(account.info()).thenReturn(real.info());
        when(account.packages()).thenReturn(packages);
        when(account.connections()).thenReturn(connections);
        when(account.destinations()).thenReturn(real.destinations());
        return account;
    }

    DeployResult deploy(String comment, Way way) {
        return deployment.deploy(
                Quay.archive(comment),
                DeployRequest.of(Quay.WAREHOUSE, Quay.ORDERS, ConnectionSettings.NONE)
                        .by(way));
    }

    List<ConnectorPackage> packages() {
        return Page.<ConnectorPackage>collectAll(real.packages()::list);
    }
}
