package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.ConnectorPackage.UseTold;
import dev.wharf.model.Destination;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deploys to accounts that do not tell, on one side or on both, which connection runs which package. */
class UntoldUseTest {
    private static final UnavailableException LOST = new UnavailableException("the answer was lost", null, null);

    private final Account real = new HostedRegistry(
                    new InMemoryCatalog(),
                    new InMemoryArchiveStore(),
                    RegistrySettings.DEFAULT.withBinding(BindingPolicy.SHARED),
                    InstantSource.system(),
                    change -> {})
            .accountOf(new Principal(new UserId("root"), Role.ADMIN));
    private final Destination destination = real.destinations().create(Quay.WAREHOUSE);
    private final Connections connections = mock(Connections.class, delegatesTo(real.connections()));
    private final PackageRegistry packages = mock(PackageRegistry.class, delegatesTo(real.packages()));
    private final List<String> remarks = new ArrayList<>();
    private final Deployment deployment = new Deployment(
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

    private Account account() {
        Account account = mock();
        when(account.info()).thenReturn(real.info());
        when(account.packages()).thenReturn(packages);
        when(account.connections()).thenReturn(connections);
        when(account.destinations()).thenReturn(real.destinations());
        return account;
    }

    private DeployResult deploy(String comment, Way way) {
        return deployment.deploy(
                Quay.archive(comment),
                DeployRequest.of(Quay.WAREHOUSE, Quay.ORDERS, ConnectionSettings.NONE)
                        .by(way));
    }

    private List<ConnectorPackage> packages() {
        return Page.<ConnectorPackage>collectAll(real.packages()::list);
    }

    /** From now on only the connections tell. */
    private void silencePackages() {
        doAnswer(call -> silent(real.packages().retrieve(call.getArgument(0))))
                .when(packages)
                .retrieve(any());
        doAnswer(call -> {
                    Page<ConnectorPackage> told = real.packages().list(call.getArgument(0));
                    return new Page<>(
                            told.items().stream().map(UntoldUseTest::silent).toList(), told.nextCursor());
                })
                .when(packages)
                .list(any());
    }

    /** From now on only the packages tell. */
    private void silenceConnections() {
        doAnswer(call -> silent(real.connections().retrieve(call.getArgument(0))))
                .when(connections)
                .retrieve(any());
        doAnswer(call -> {
                    Page<Connection> told = real.connections().list(call.getArgument(0), call.getArgument(1));
                    return new Page<>(
                            told.items().stream().map(UntoldUseTest::silent).toList(), told.nextCursor());
                })
                .when(connections)
                .list(any(), any());
    }

    private static ConnectorPackage silent(ConnectorPackage p) {
        return new ConnectorPackage(
                p.id(),
                List.of(),
                p.createdBy(),
                p.lastUpdatedBy(),
                p.createdAt(),
                p.updatedAt(),
                p.sha256(),
                UseTold.NOT,
                p.others());
    }

    private static Connection silent(Connection c) {
        return c.changedBy(ConnectionSettings.NONE.withCleared(Set.of("config.package_id")));
    }

    @Test
    void a_package_that_was_bound_stays_though_neither_side_tells_of_it() {
        silencePackages();
        silenceConnections();

        DeployResult result = deploy("first", Way.AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(packages()).singleElement().returns(true, ConnectorPackage::isBound);
        assertThat(remarks).singleElement().asString().contains("orders", "could not be verified");
    }

    @Test
    void what_ran_before_stays_where_nobody_tells_that_another_runs_now() {
        deploy("first", Way.AUTOMATIC);
        doAnswer(call -> {
                    Connection changed = real.connections().update(call.getArgument(0), call.getArgument(1));
                    silencePackages();
                    silenceConnections();
                    return changed;
                })
                .when(connections)
                .update(any(), any());

        assertThat(deploy("second", Way.REPOINT).outcome()).isEqualTo(Outcome.REPOINTED);

        assertThat(packages()).hasSize(2);
        assertThat(remarks).hasSize(2).last().asString().contains("which ran before, stays");
    }

    @Test
    void a_connection_of_which_the_answer_was_lost_keeps_its_package_where_neither_side_tells() {
        doAnswer(call -> {
                    real.connections().create(call.getArgument(0));
                    silencePackages();
                    silenceConnections();
                    throw LOST;
                })
                .when(connections)
                .create(any());

        assertThatThrownBy(() -> deploy("first", Way.AUTOMATIC)).isSameAs(LOST);

        assertThat(packages()).singleElement().returns(true, ConnectorPackage::isBound);
        assertThat(remarks).singleElement().asString().contains("could not be found out");
    }

    @Test
    void a_binding_of_which_the_answer_was_lost_keeps_its_package_where_neither_side_tells() {
        real.connections().create(new NewConnection(destination.id(), Quay.ORDERS, ConnectionSettings.NONE));
        doAnswer(call -> {
                    real.connections().update(call.getArgument(0), call.getArgument(1));
                    silencePackages();
                    silenceConnections();
                    throw LOST;
                })
                .when(connections)
                .update(any(), any());

        assertThatThrownBy(() -> deploy("first", Way.AUTOMATIC)).isSameAs(LOST);

        assertThat(packages()).singleElement().returns(true, ConnectorPackage::isBound);
        assertThat(remarks).singleElement().asString().contains("could not be found out");
    }

    @Test
    void one_that_begins_to_run_the_package_meanwhile_is_seen_where_only_connections_tell() {
        DeployResult first = deploy("first", Way.AUTOMATIC);
        silencePackages();
        doAnswer(call -> {
                    bind("returns", first.connectorPackage());
                    return real.packages().download(call.getArgument(0));
                })
                .when(packages)
                .download(any());

        assertThatThrownBy(() -> deploy("second", Way.AUTOMATIC))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("also runs returns (");

        assertThat(packages().get(0).sha256()).isEqualTo(Quay.archive("first").sha256());
    }

    @Test
    void a_package_that_is_taken_from_the_connection_meanwhile_is_seen_where_only_connections_tell() {
        DeployResult first = deploy("first", Way.AUTOMATIC);
        silencePackages();
        doAnswer(call -> {
                    ConnectorPackage other = real.packages().create(Quay.archive("by somebody else"));
                    real.connections().update(first.connection().id(), ConnectionSettings.binding(other.id()));
                    return real.packages().download(call.getArgument(0));
                })
                .when(packages)
                .download(any());

        assertThatThrownBy(() -> deploy("second", Way.AUTOMATIC))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("theirs stays");
    }

    @Test
    void a_file_is_replaced_in_place_where_only_connections_tell() {
        DeployResult first = deploy("first", Way.AUTOMATIC);
        silencePackages();

        DeployResult second = deploy("second", Way.AUTOMATIC);

        assertThat(second.connectorPackage().id())
                .isEqualTo(first.connectorPackage().id());
        assertThat(packages()).singleElement().returns(second.sha256(), ConnectorPackage::sha256);
    }

    @Test
    void while_the_list_of_connections_has_gaps_nothing_is_taken_for_unshared_or_free() {
        DeployResult first = deploy("first", Way.AUTOMATIC);
        doAnswer(call -> {
                    Page<Connection> told = real.connections().list(call.getArgument(0), call.getArgument(1));
                    return new Page<>(told.items(), told.nextCursor(), List.of("A connection has no id."));
                })
                .when(connections)
                .list(any(), any());

        assertThatThrownBy(() -> deploy("second", Way.AUTOMATIC))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("A connection has no id.")
                .hasMessageContaining("--way repoint")
                .hasMessageContaining("--shared");
        assertThat(deploy("second", Way.REPOINT).outcome()).isEqualTo(Outcome.REPOINTED);

        assertThat(packages())
                .extracting(ConnectorPackage::id)
                .contains(first.connectorPackage().id());
        assertThat(remarks).singleElement().asString().contains("stays", "A connection has no id.");
    }

    @Test
    void what_the_account_says_of_a_package_that_it_does_not_delete_is_passed_on() {
        deploy("first", Way.AUTOMATIC);
        doThrow(new NotAllowedException("Deleting is switched off on Fridays."))
                .doThrow(new PackageInUseException("it", List.of("con_other")))
                .when(packages)
                .delete(any(), any());

        deploy("second", Way.REPOINT);
        deploy("third", Way.REPOINT);

        assertThat(remarks).hasSize(2);
        assertThat(remarks.get(0)).contains("not ours to delete", "Deleting is switched off on Fridays.");
        assertThat(remarks.get(1)).contains("in use", "associated with connection con_other");
    }

    @Test
    void the_connections_of_a_package_that_cannot_be_withdrawn_are_told_by_their_ids() {
        doAnswer(call -> {
                    NewConnection wanted = call.getArgument(0);
                    real.connections().create(wanted);
                    throw new ConflictException("taken");
                })
                .when(connections)
                .create(any());

        Throwable failure = catchThrowable(() -> deploy("first", Way.AUTOMATIC));

        String id = packages().get(0).connectionIds().get(0).value();
        assertThat(failure.getSuppressed()).singleElement().isInstanceOfSatisfying(PackageInUseException.class, e -> {
            assertThat(e.connectionIds()).containsExactly(id);
            assertThat(e).hasMessageContaining("orders (" + id + ")");
        });
    }

    @Test
    void a_package_of_which_the_use_is_told_in_an_unknown_form_is_not_free() {
        ConnectorPackage loose = real.packages().create(Quay.archive("loose"));
        PackageUse use = PackageUse.read(real);
        assertThat(use.isFree(loose)).isTrue();
        ConnectorPackage unclear =
                new ConnectorPackage(loose.id(), List.of(), null, null, null, null, null, UseTold.UNCLEAR, Fields.NONE);

        assertThat(use.isFree(unclear)).isFalse();
        assertThat(use.doubt(unclear)).contains(loose.id().value());
    }

    @Test
    void nothing_is_free_while_a_connection_tells_its_package_in_an_unknown_form() {
        ConnectorPackage loose = real.packages().create(Quay.archive("loose"));
        Connection odd = real.connections()
                .create(new NewConnection(destination.id(), Quay.ORDERS, ConnectionSettings.NONE))
                .telling(Fields.of(Map.of("config", Map.of("package_id", List.of("p")))));
        doAnswer(call -> new Page<>(List.of(odd), null)).when(connections).list(any(), any());

        PackageUse use = PackageUse.read(account());

        assertThat(use.isFree(loose)).isFalse();
        assertThat(use.doubt(loose)).contains(odd.id().value());
    }

    private void bind(String name, ConnectorPackage one) {
        real.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName(name), ConnectionSettings.binding(one.id())));
    }
}
