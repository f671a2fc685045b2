package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.ConnectorPackage.UseTold;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deploys to accounts that do not tell, on one side or on both, which connection runs which package. */
class UntoldUseTest extends SilentAccount {
    private static final UnavailableException LOST = new UnavailableException("the answer was lost", null, null);

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
        assertThat(remarks).singleElement().asString().contains("orders", "could not verify");
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
        assertThat(remarks).hasSize(2).last().asString().contains("which ran before, was kept");
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
        assertThat(remarks).singleElement().asString().contains("could not find out");
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
        assertThat(remarks).singleElement().asString().contains("could not find out");
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
                .hasMessageContaining("Their change was kept");
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

    private void bind(String name, ConnectorPackage one) {
        real.connections()
                .create(new NewConnection(
                        destination.id(), new ConnectionName(name), ConnectionSettings.binding(one.id())));
    }
}
