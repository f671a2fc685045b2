package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.ConflictException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Deploys to one of two connections that run one package. */
class SharedPackageTest {
    private final Account account = new HostedRegistry(
                    new InMemoryCatalog(),
                    new InMemoryArchiveStore(),
                    RegistrySettings.DEFAULT.withBinding(BindingPolicy.SHARED),
                    InstantSource.system(),
                    change -> {})
            .accountOf(new Principal(new UserId("root"), Role.ADMIN));
    private final Destination destination = account.destinations().create(new DestinationName("Warehouse"));
    private final ConnectorPackage shared = account.packages().create(Quay.archive("old"));
    private final Connection orders = connect("orders");
    private final Connection returns = connect("returns");
    private final Deployment deployment = new Deployment(account, new InMemoryArchiveStore());

    private Connection connect(String name) {
        return account.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName(name), ConnectionSettings.binding(shared.id())));
    }

    private DeployRequest request() {
        return DeployRequest.of(destination.name(), orders.name(), ConnectionSettings.NONE);
    }

    @Test
    void the_other_is_named_and_nothing_is_sent() {
        assertThatThrownBy(() -> deployment.deploy(Quay.archive("new"), request()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("returns (" + returns.id() + ")")
                .hasMessageContaining("--way repoint");

        assertThat(account.packages().retrieve(shared.id()).sha256()).isEqualTo(shared.sha256());
    }

    @Test
    void what_is_as_asked_for_is_left_though_it_is_shared() {
        assertThat(deployment.deploy(Quay.archive("old"), request()).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void it_stays_when_one_is_repointed() {
        DeployResult result = deployment.deploy(Quay.archive("new"), request().by(Way.REPOINT));

        assertThat(result.outcome()).isEqualTo(Outcome.REPOINTED);
        assertThat(account.packages().retrieve(shared.id()).connectionIds()).containsExactly(returns.id());
    }

    @Test
    void it_is_replaced_for_both_on_purpose() {
        DeployResult result = deployment.deploy(Quay.archive("new"), request().by(Way.SHARED));

        assertThat(result.connectorPackage().id()).isEqualTo(shared.id());
        assertThat(result.connectorPackage().connectionIds()).containsExactly(orders.id(), returns.id());
    }
}
