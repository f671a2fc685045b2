package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnknownUploadException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.PackageId;
import dev.wharf.model.Secret;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.port.PackageRegistry;
import dev.wharf.testkit.InMemoryJournal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deploys that are given up while a call is waited for that was done by then: nobody knows that but the account. */
class GivenUpDeployTest {
    private static final RuntimeException GIVEN_UP = new IllegalStateException("The user wants no more.");

    private final Quay quay = new Quay();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<String> remarks = new ArrayList<>();
    private final List<Boolean> failed = new ArrayList<>();

    private final DeployListener listener = new DeployListener() {
        @Override
        public void begins(DeployStep step) {
            // What is begun is not looked at here.
        }

        @Override
        public void failed(boolean asBefore) {
            failed.add(asBefore);
        }

        @Override
        public void remarks(String text) {
            remarks.add(text);
        }
    };

    private Deployment over(Account account) {
        return new Deployment(account, quay.kept, journal, InstantSource.system(), listener);
    }

    private Account account() {
        return mock(Account.class, delegatesTo(quay.account));
    }

    private Account losingUploads(WharfException then) {
        PackageRegistry packages = mock(PackageRegistry.class, delegatesTo(quay.account.packages()));
        doAnswer(call -> {
                    quay.account.packages().create(call.getArgument(0));
                    throw then;
                })
                .when(packages)
                .create(any(), any());
        Account account = account();
        doReturn(packages).when(account).packages();
        return account;
    }

    @Test
    void an_upload_of_which_it_could_not_be_found_out_what_became_of_it_is_found_by_the_next_deploy() {
        WharfException lost = new UnknownUploadException("lost", new UnavailableException("away", null, null));
        DeployRequest request = quay.request(ConnectionSettings.NONE);
        assertThatThrownBy(() -> over(losingUploads(lost)).deploy(Quay.archive("first"), request))
                .isSameAs(lost);
        PackageId left = quay.onlyPackage().id();
        assertThat(journal.listWithoutConnection(Quay.ORDERS))
                .extracting(DeployRecord::state)
                .containsExactly(State.BEGUN);
        assertThat(failed).containsExactly(false);
        assertThat(remarks).singleElement().asString().contains("does not know", "Deploy again");

        over(quay.account).deploy(Quay.archive("first"), request);

        assertThat(quay.onlyPackage().id()).isEqualTo(left);
    }

    @Test
    void a_file_that_was_replaced_when_the_deploy_was_given_up_is_put_back() {
        quay.deploy("first", ConnectionSettings.NONE);
        PackageRegistry packages = mock(PackageRegistry.class, delegatesTo(quay.account.packages()));
        List<PackageId> replaced = new ArrayList<>();
        doAnswer(call -> {
                    Object now = quay.account
                            .packages()
                            .update(call.getArgument(0), call.getArgument(1), call.getArgument(2));
                    replaced.add(call.getArgument(0));
                    if (replaced.size() == 1) {
                        throw GIVEN_UP;
                    }
                    return now;
                })
                .when(packages)
                .update(any(), any(), any());
        Account account = account();
        doReturn(packages).when(account).packages();

        assertThatThrownBy(() -> over(account).deploy(Quay.archive("second"), quay.request(ConnectionSettings.NONE)))
                .isSameAs(GIVEN_UP);

        assertThat(replaced).hasSize(2);
        assertThat(quay.onlyPackage().sha256()).isEqualTo(Quay.archive("first").sha256());
        assertThat(failed).containsExactly(true);
    }

    private Account losingChanges() {
        Connections connections = mock(Connections.class, delegatesTo(quay.account.connections()));
        doAnswer(call -> {
                    quay.account.connections().update(call.getArgument(0), call.getArgument(1));
                    throw GIVEN_UP;
                })
                .when(connections)
                .update(any(), any());
        Account account = account();
        doReturn(connections).when(account).connections();
        return account;
    }

    @Test
    void a_connection_that_was_changed_when_the_deploy_was_given_up_is_read_back_and_all_is_done() {
        quay.deploy("first", ConnectionSettings.NONE);

        DeployResult result = over(losingChanges())
                .deploy(
                        Quay.archive("second"),
                        quay.request(ConnectionSettings.NONE).by(Way.REPOINT));

        assertThat(result.outcome()).isEqualTo(Outcome.REPOINTED);
        assertThat(quay.onlyPackage().sha256()).isEqualTo(Quay.archive("second").sha256());
        assertThat(failed).isEmpty();
    }

    @Test
    void what_cannot_be_read_back_is_not_sent_again_by_whom_is_wanted_no_more() {
        quay.deploy("first", ConnectionSettings.NONE);
        ConnectionSettings secret = ConnectionSettings.NONE.withSecrets(List.of(new Secret("token", "new")));

        assertThatThrownBy(() -> over(losingChanges()).deploy(Quay.archive("first"), quay.request(secret)))
                .isSameAs(GIVEN_UP);

        assertThat(failed).containsExactly(false);
        assertThat(remarks).anySatisfy(said -> assertThat(said).contains("could not find out", "Deploy again"));
        assertThat(quay.onlyConnection().secretKeys()).containsExactly("token");
    }
}
