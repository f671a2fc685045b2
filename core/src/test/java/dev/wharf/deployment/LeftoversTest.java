package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.deployment.DeployStep.ChangeConnection;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.MakeConnection;
import dev.wharf.deployment.DeployStep.Replace;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.testkit.InMemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deploys after one that ended without a word: nothing of it was undone, and nothing was written but that it had begun. */
class LeftoversTest {
    private final Quay quay = new Quay();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<String> remarks = new ArrayList<>();
    private Instant now = Instant.now();

    /** What no deploy survives: it is no failure that could be undone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final class DiesAt implements DeployListener {
        private final Class<? extends DeployStep> last;

        DiesAt(Class<? extends DeployStep> last) {
            this.last = last;
        }

        @Override
        public void begins(DeployStep step) {
            if (last.isInstance(step)) {
                throw new Killed();
            }
        }

        @Override
        public void remarks(String text) {
            remarks.add(text);
        }
    }

    private Deployment deployment(DeployListener listener) {
        return new Deployment(quay.account, quay.kept, journal, InstantSource.fixed(now), listener);
    }

    private void killedAt(Class<? extends DeployStep> step, String comment, Way way) {
        try {
            deployment(new DiesAt(step))
                    .deploy(
                            Quay.archive(comment),
                            quay.request(ConnectionSettings.NONE).by(way));
        } catch (Killed e) {
            return;
        }
        throw new AssertionError("it was not killed at " + step);
    }

    private DeployResult again(String comment, Way way) {
        DeployListener listener = new DiesAt(DeployStep.RunSetupTests.class);
        return deployment(listener)
                .deploy(
                        Quay.archive(comment),
                        quay.request(ConnectionSettings.NONE).by(way));
    }

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
        assertThat(remarks).singleElement().asString().contains(left, "it is used");
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
        assertThat(remarks).singleElement().asString().contains("may be under way still");

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
}
