package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Connections;
import dev.wharf.port.PackageRegistry;
import dev.wharf.testkit.SampleArchives;
import org.junit.jupiter.api.Test;

class FailedDeploymentTest {
    private static final UnavailableException AWAY = new UnavailableException("away", null, null);

    private final Quay quay = new Quay();
    private final Connections connections = mock(Connections.class, delegatesTo(quay.account.connections()));
    private final PackageRegistry packages = mock(PackageRegistry.class, delegatesTo(quay.account.packages()));
    private final Deployment deployment = new Deployment(account(), quay.kept);

    private Account account() {
        Account account = mock();
        when(account.info()).thenReturn(quay.account.info());
        when(account.packages()).thenReturn(packages);
        when(account.connections()).thenReturn(connections);
        when(account.destinations()).thenReturn(quay.account.destinations());
        return account;
    }

    private DeployResult deploy(String comment) {
        return deployment.deploy(Quay.archive(comment), quay.request(ConnectionSettings.NONE));
    }

    private Connection bareConnection() {
        return quay.account
                .connections()
                .create(new NewConnection(quay.destination.id(), Quay.ORDERS, ConnectionSettings.NONE));
    }

    @Test
    void a_new_package_is_withdrawn_when_its_connection_cannot_be_made() {
        doThrow(AWAY).when(connections).create(any());

        assertThatThrownBy(() -> deploy("first")).isSameAs(AWAY);

        assertThat(quay.packages()).isEmpty();
        assertThat(quay.deploy("first", ConnectionSettings.NONE).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void a_new_package_is_withdrawn_when_it_cannot_be_bound() {
        bareConnection();
        doThrow(AWAY).when(connections).update(any(), any());

        assertThatThrownBy(() -> deploy("first")).isSameAs(AWAY);

        assertThat(quay.packages()).isEmpty();
    }

    @Test
    void a_package_that_cannot_be_withdrawn_does_not_hide_the_failure() {
        UnavailableException away = new UnavailableException("away", null, null);
        UnavailableException stillAway = new UnavailableException("still away", null, null);
        doThrow(away).when(connections).create(any());
        doThrow(stillAway).when(packages).delete(any(), any());

        assertThatThrownBy(() -> deploy("first")).isSameAs(away).hasSuppressedException(stillAway);
    }

    @Test
    void an_answer_that_was_lost_is_settled_and_the_next_deploy_finds_all_done() {
        doAnswer(call -> {
                    quay.account.connections().create(call.getArgument(0));
                    throw new UnavailableException("the answer was lost", null, null);
                })
                .when(connections)
                .create(any());

        assertThat(deploy("first").outcome()).isEqualTo(Outcome.CREATED);

        assertThat(quay.onlyPackage().connectionId())
                .isEqualTo(quay.onlyConnection().id());
        assertThat(deploy("first").outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void a_failed_update_leaves_package_and_connection_as_they_were() {
        DeployResult first = deploy("first");
        doThrow(AWAY).when(packages).update(any(), any(), any());

        assertThatThrownBy(() -> deploy("second")).isSameAs(AWAY);

        assertThat(quay.onlyPackage()).isEqualTo(first.connectorPackage());
        assertThat(quay.onlyConnection()).isEqualTo(first.connection());
    }

    @Test
    void a_file_whose_sending_was_not_answered_is_put_back_once() {
        deploy("first");
        doAnswer(call -> {
                    quay.account.packages().update(call.getArgument(0), call.getArgument(1));
                    throw new UnavailableException("the answer was lost", null, null);
                })
                .doThrow(AWAY)
                .when(packages)
                .update(any(), any(), any());
        IllegalStateException stop = new IllegalStateException("stop");
        doThrow(stop).when(connections).update(any(), any());

        assertThatThrownBy(() -> deployment.deploy(
                        Quay.archive("second"), quay.request(ConnectionSettings.NONE.withPaused(true))))
                .isSameAs(stop)
                .satisfies(failure -> assertThat(failure.getSuppressed()).containsExactly(AWAY));
    }

    @Test
    void a_package_that_somebody_changed_meanwhile_is_not_reported_as_deployed() {
        deploy("first");
        doAnswer(call -> {
                    ConnectorPackage updated = quay.account.packages().update(call.getArgument(0), call.getArgument(1));
                    quay.account
                            .packages()
                            .update(updated.id(), ArchiveSource.of(SampleArchives.connector("by somebody else")));
                    return updated;
                })
                .when(packages)
                .update(any(), any(), any());

        assertThatThrownBy(() -> deploy("second"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Their change was kept");
    }

    @Test
    void of_two_that_make_one_connection_at_once_one_wins_and_the_other_leaves_nothing() {
        doAnswer(call -> {
                    quay.deploy("by somebody else", ConnectionSettings.NONE);
                    return quay.account.connections().create(call.getArgument(0));
                })
                .when(connections)
                .create(any());

        assertThatThrownBy(() -> deploy("ours")).isInstanceOf(ConflictException.class);

        assertThat(quay.onlyPackage().sha256())
                .isEqualTo(Quay.archive("by somebody else").sha256());
        assertThat(quay.onlyPackage().connectionId())
                .isEqualTo(quay.onlyConnection().id());
    }

    @Test
    void of_two_that_update_one_package_at_once_one_wins_and_the_other_touches_nothing() {
        deploy("first");
        doAnswer(call -> {
                    quay.deploy("by somebody else", ConnectionSettings.NONE);
                    return quay.account.packages().download(call.getArgument(0));
                })
                .when(packages)
                .download(any());

        assertThatThrownBy(() -> deploy("ours"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Their change was kept");

        assertThat(quay.onlyPackage().sha256())
                .isEqualTo(Quay.archive("by somebody else").sha256());
    }

    @Test
    void a_package_is_found_by_its_connection_when_the_connection_does_not_tell() {
        DeployResult first = deploy("first");
        doAnswer(call -> {
                    Page<Connection> told = quay.account.connections().list(call.getArgument(0), call.getArgument(1));
                    return new Page<>(
                            told.items().stream()
                                    .map(FailedDeploymentTest::silent)
                                    .toList(),
                            told.nextCursor());
                })
                .when(connections)
                .list(any(), any());

        assertThat(deploy("first").outcome()).isEqualTo(Outcome.UNCHANGED);
        DeployResult second = deploy("second");

        assertThat(second.connectorPackage().id())
                .isEqualTo(first.connectorPackage().id());
        assertThat(quay.packages()).hasSize(1);
    }

    /** A connection as an account shows it that does not tell packages. */
    private static Connection silent(Connection c) {
        return new Connection(
                c.id(),
                c.destinationId(),
                c.name(),
                null,
                c.pythonVersion(),
                c.paused(),
                c.syncFrequencyMinutes(),
                c.naming(),
                c.networking(),
                c.secretKeys(),
                c.setupTests(),
                c.createdBy(),
                c.createdAt());
    }
}
