package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.deployment.DeployStep.ChangeConnection;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.MakeConnection;
import dev.wharf.deployment.DeployStep.Replace;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.PackageId;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deploys after one that ended without a word: nothing of it was undone, and nothing was written but that it had begun. */
class LeftoversTest extends KilledDeployments {
    @Test
    void what_was_uploaded_for_a_new_connection_is_used_and_not_uploaded_again() {
        killedAt(MakeConnection.class, "first", Way.AUTOMATIC);
        String left = quay.onlyPackage().id().value();
        assertThat(journal.listWithoutConnection(Quay.ORDERS))
                .singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(State.BEGUN));

        DeployResult result = again("first", Way.AUTOMATIC);

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(quay.onlyPackage().id().value()).isEqualTo(left);
        assertThat(remarks).singleElement().asString().contains(left, "This deploy uses that package");
        assertThat(journal.list(result.connection().id()))
                .extracting(DeployRecord::state)
                .containsExactly(State.BEGUN, State.CREATED);
        assertThat(journal.list(result.connection().id()).get(0).note()).contains(left);
    }

    @Test
    void what_was_uploaded_to_repoint_is_used() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedAt(ChangeConnection.class, "second", Way.REPOINT);
        assertThat(quay.packages()).hasSize(2);

        assertThat(again("second", Way.REPOINT).outcome()).isEqualTo(Outcome.REPOINTED);

        assertThat(quay.packages()).hasSize(1);
    }

    @Test
    void what_ran_before_is_deleted_by_the_next_deploy() {
        quay.deploy("first", ConnectionSettings.NONE);
        String previous = quay.onlyPackage().id().value();
        killedAt(DeletePrevious.class, "second", Way.REPOINT);

        assertThat(again("second", Way.REPOINT).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(quay.onlyPackage().id().value()).isNotEqualTo(previous);
        assertThat(remarks).singleElement().asString().contains(previous, "was deleted");
    }

    @Test
    void a_deploy_that_was_killed_before_it_replaced_anything_is_repeated() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedAt(Replace.class, "second", Way.IN_PLACE);

        assertThat(again("second", Way.IN_PLACE).outcome()).isEqualTo(Outcome.UPDATED);

        assertThat(quay.packages()).hasSize(1);
        assertThat(remarks).isEmpty();
    }

    @Test
    void what_was_uploaded_for_another_version_goes_once_nobody_can_be_at_work_on_it() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedAt(ChangeConnection.class, "second", Way.REPOINT);

        again("third", Way.IN_PLACE);
        assertThat(quay.packages()).hasSize(2);
        assertThat(remarks).singleElement().asString().contains("may still be running");

        now = now.plus(Duration.ofHours(2));
        again("third", Way.IN_PLACE);
        assertThat(quay.packages()).hasSize(1);
    }

    @Test
    void a_package_of_the_same_bytes_that_was_there_before_is_not_touched() {
        quay.account.packages().create(Quay.archive("first"));
        now = now.plus(Duration.ofHours(3));
        killedAt(MakeConnection.class, "other", Way.AUTOMATIC);

        again("first", Way.AUTOMATIC);

        assertThat(quay.packages()).hasSize(3);
    }

    @Test
    void what_somebody_uploaded_by_hand_is_not_deleted_with_what_a_deploy_left() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedAt(ChangeConnection.class, "second", Way.REPOINT);
        PackageId ours = newest(List.of(runs()));
        PackageId byHand =
                quay.account.packages().create(Quay.archive("second")).id();
        now = now.plus(Duration.ofHours(2));

        again("third", Way.IN_PLACE);

        assertThat(isThere(ours)).isFalse();
        assertThat(isThere(byHand)).isTrue();
    }

    @Test
    void what_is_used_stays_when_the_deploy_that_uses_it_fails() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedAt(ChangeConnection.class, "second", Way.REPOINT);
        PackageId ours = newest(List.of(runs()));
        IllegalStateException stop = new IllegalStateException("stop");
        DeployListener stopping = new DiesAt(DeployStep.RunSetupTests.class) {
            @Override
            public void begins(DeployStep step) {
                if (step instanceof ChangeConnection) {
                    throw stop;
                }
            }
        };
        assertThatThrownBy(() -> deployment(stopping)
                        .deploy(
                                Quay.archive("second"),
                                quay.request(ConnectionSettings.NONE).by(Way.REPOINT)))
                .isSameAs(stop);
        assertThat(isThere(ours)).isTrue();

        again("second", Way.REPOINT);

        assertThat(runs()).isEqualTo(ours);
        assertThat(quay.packages()).hasSize(1);
    }

    /** The account, of which the packages do something else for once. */
    private Deployment over(PackageRegistry packages, DeployListener listener) {
        Account odd = mock(Account.class, delegatesTo(quay.account));
        doReturn(packages).when(odd).packages();
        return new Deployment(odd, quay.kept, journal, InstantSource.fixed(now), listener);
    }

    @Test
    void what_was_uploaded_because_the_package_is_somebody_elses_is_used() {
        quay.deploy("first", ConnectionSettings.NONE);
        PackageRegistry others = packages();
        doThrow(new NotAllowedException("not yours")).when(others).update(any(), any(), any());
        DeployRequest request = quay.request(ConnectionSettings.NONE);
        assertThatThrownBy(
                        () -> over(others, new DiesAt(ChangeConnection.class)).deploy(Quay.archive("second"), request))
                .isInstanceOf(Killed.class);
        PackageId ours = newest(List.of(runs()));

        DeployResult result =
                over(others, new DiesAt(DeployStep.RunSetupTests.class)).deploy(Quay.archive("second"), request);

        assertThat(result.outcome()).isEqualTo(Outcome.REPOINTED);
        assertThat(runs()).isEqualTo(ours);
        assertThat(quay.packages()).hasSize(1);
    }

    @Test
    void what_cannot_be_deleted_today_is_deleted_by_the_next_deploy_and_keeps_nothing_else() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedAt(ChangeConnection.class, "second", Way.REPOINT);
        PackageId second = newest(List.of(runs()));
        killedAt(ChangeConnection.class, "third", Way.REPOINT);
        now = now.plus(Duration.ofHours(2));
        PackageRegistry busy = packages();
        doThrow(new UnavailableException("away", null, null)).when(busy).delete(eq(second), any());
        over(busy, new DiesAt(DeployStep.RunSetupTests.class))
                .deploy(Quay.archive("first"), quay.request(ConnectionSettings.NONE));
        assertThat(quay.packages()).extracting(ConnectorPackage::id).containsExactlyInAnyOrder(runs(), second);
        assertThat(open()).hasSize(1);

        again("first", Way.IN_PLACE);

        assertThat(quay.packages()).hasSize(1);
        assertThat(open()).isEmpty();
    }

    @Test
    void what_is_not_ours_to_delete_is_said_once_and_hinders_nothing_else() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedAt(ChangeConnection.class, "second", Way.REPOINT);
        PackageId second = newest(List.of(runs()));
        killedAt(ChangeConnection.class, "third", Way.REPOINT);
        now = now.plus(Duration.ofHours(2));
        PackageRegistry strict = packages();
        doThrow(new NotAllowedException("not yours")).when(strict).delete(eq(second), any());
        Deployment deployment = over(strict, new DiesAt(DeployStep.RunSetupTests.class));

        deployment.deploy(Quay.archive("first"), quay.request(ConnectionSettings.NONE));
        deployment.deploy(Quay.archive("first"), quay.request(ConnectionSettings.NONE));

        assertThat(quay.packages()).extracting(ConnectorPackage::id).containsExactlyInAnyOrder(runs(), second);
        assertThat(remarks)
                .filteredOn(said -> said.contains(second + ", which"))
                .singleElement()
                .asString()
                .contains("was kept");
        assertThat(open()).isEmpty();
    }
}
