package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Secret;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.PackageRegistry;
import dev.wharf.testkit.SampleArchives;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deploys to accounts that others change too, and that do not tell or keep all. */
class DeploymentAmongOthersTest {
    private final Quay quay = new Quay();
    private final Connections connections = mock(Connections.class, delegatesTo(quay.account.connections()));
    private final PackageRegistry packages = mock(PackageRegistry.class, delegatesTo(quay.account.packages()));
    private final List<DeployRecord> written = new ArrayList<>();
    private final DeployJournal journal = new DeployJournal() {
        @Override
        public void write(DeployRecord entry) {
            written.add(entry);
        }

        @Override
        public List<DeployRecord> list(ConnectionId connection) {
            return List.copyOf(written);
        }
    };
    private final Deployment deployment =
            new Deployment(account(), quay.kept, journal, InstantSource.system(), DeployListener.NONE);

    private Account account() {
        Account account = mock();
        when(account.info()).thenReturn(quay.account.info());
        when(account.packages()).thenReturn(packages);
        when(account.connections()).thenReturn(connections);
        when(account.destinations()).thenReturn(quay.account.destinations());
        return account;
    }

    private DeployRecord lastWritten() {
        return written.get(written.size() - 1);
    }

    @Test
    void a_file_that_somebody_sends_while_a_connection_is_repointed_stays_and_runs() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);
        doAnswer(call -> {
                    quay.deploy("by somebody else", ConnectionSettings.NONE);
                    return quay.account.packages().create(call.getArgument(0), null);
                })
                .when(packages)
                .create(any(), isNull());

        assertThatThrownBy(() -> deployment.deploy(
                        Quay.archive("ours"),
                        quay.request(ConnectionSettings.NONE).by(Way.REPOINT)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Their change was kept");

        assertThat(quay.onlyPackage().id()).isEqualTo(first.connectorPackage().id());
        assertThat(quay.onlyPackage().sha256())
                .isEqualTo(Quay.archive("by somebody else").sha256());
        assertThat(lastWritten().state()).isEqualTo(State.UNDONE);
    }

    @Test
    void a_package_that_somebody_binds_while_the_first_is_uploaded_stays() {
        quay.account
                .connections()
                .create(new NewConnection(quay.destination.id(), Quay.ORDERS, ConnectionSettings.NONE));
        doAnswer(call -> {
                    quay.deploy("by somebody else", ConnectionSettings.NONE);
                    return quay.account.packages().create(call.getArgument(0), null);
                })
                .when(packages)
                .create(any(), isNull());

        assertThatThrownBy(() -> deployment.deploy(Quay.archive("ours"), quay.request(ConnectionSettings.NONE)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Their change was kept");

        assertThat(quay.onlyPackage().sha256())
                .isEqualTo(Quay.archive("by somebody else").sha256());
    }

    @Test
    void a_file_that_somebody_sends_just_before_the_previous_package_is_deleted_is_not_deleted() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);
        doAnswer(call -> {
                    Connection repointed = quay.account.connections().update(call.getArgument(0), call.getArgument(1));
                    quay.account
                            .packages()
                            .update(
                                    first.connectorPackage().id(),
                                    ArchiveSource.of(SampleArchives.connector("by somebody else")));
                    return repointed;
                })
                .when(connections)
                .update(any(), any());

        DeployResult result = deployment.deploy(
                Quay.archive("ours"), quay.request(ConnectionSettings.NONE).by(Way.REPOINT));

        assertThat(result.outcome()).isEqualTo(Outcome.REPOINTED);
        assertThat(quay.packages())
                .extracting(ConnectorPackage::sha256)
                .containsExactlyInAnyOrder(
                        Quay.archive("by somebody else").sha256(),
                        Quay.archive("ours").sha256());
    }

    @Test
    void a_file_that_could_not_be_kept_and_was_replaced_is_not_called_undone() {
        quay.deploy("first", ConnectionSettings.NONE);
        doThrow(new IntegrityException("spoiled", "a", "b")).when(packages).download(any());
        doThrow(new InvalidRequestException("no")).when(connections).update(any(), any());

        assertThatThrownBy(() -> deployment.deploy(
                        Quay.archive("second"), quay.request(ConnectionSettings.NONE.withPaused(true))))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(quay.onlyPackage().sha256()).isEqualTo(Quay.archive("second").sha256());
        assertThat(lastWritten().state()).isEqualTo(State.FAILED);
    }

    @Test
    void what_runs_is_found_out_where_the_account_tells_no_hash() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);
        doAnswer(call -> silent(quay.account.packages().retrieve(call.getArgument(0))))
                .when(packages)
                .retrieve(any());

        assertThat(deployment.running(first.connection()))
                .isEqualTo(Quay.archive("first").sha256());
    }

    @Test
    void a_connection_whose_package_is_gone_is_given_another() {
        DeployResult first = quay.deploy("first", ConnectionSettings.NONE);
        doThrow(new NotFoundException(Resource.PACKAGE, "gone"))
                .when(packages)
                .retrieve(first.connectorPackage().id());

        assertThat(deployment
                        .deploy(Quay.archive("second"), quay.request(ConnectionSettings.NONE))
                        .outcome())
                .isEqualTo(Outcome.UPDATED);

        assertThat(quay.onlyConnection().packageId())
                .isNotEqualTo(first.connectorPackage().id());
    }

    @Test
    void a_value_that_the_account_repeats_in_its_refusal_is_not_written_down() {
        quay.deploy("first", ConnectionSettings.NONE);
        doThrow(new InvalidRequestException("'hunter2' is no token."))
                .when(connections)
                .update(any(), any());

        assertThatThrownBy(() -> deployment.deploy(
                        Quay.archive("first"),
                        quay.request(ConnectionSettings.NONE.withSecrets(List.of(new Secret("token", "hunter2"))))))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(lastWritten().note()).doesNotContain("hunter2").contains("is no token.");
    }

    private static ConnectorPackage silent(ConnectorPackage p) {
        return new ConnectorPackage(
                p.id(), p.connectionId(), p.createdBy(), p.lastUpdatedBy(), p.createdAt(), p.updatedAt(), null);
    }
}
