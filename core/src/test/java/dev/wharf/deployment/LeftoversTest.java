package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
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
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.PackageId;
import dev.wharf.model.UploadMark;
import dev.wharf.port.Account;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.PackageRegistry;
import dev.wharf.testkit.InMemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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

    private class DiesAt implements DeployListener {
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

    /** A deploy that dies when it writes down how far its upload is: before that is written, or after. */
    private void killedAtMark(Predicate<UploadMark> mark, boolean written, String comment, Way way) {
        DeployJournal dying = mock(DeployJournal.class, delegatesTo(journal));
        doAnswer(call -> {
                    DeployRecord entry = call.getArgument(0);
                    boolean dies = UploadMark.in(entry.settings()).filter(mark).isPresent();
                    if (!dies || written) {
                        journal.write(entry);
                    }
                    if (dies) {
                        throw new Killed();
                    }
                    return null;
                })
                .when(dying)
                .write(any());
        Deployment deployment = new Deployment(
                quay.account, quay.kept, dying, InstantSource.fixed(now), new DiesAt(DeletePrevious.class));
        assertThatThrownBy(() -> deployment.deploy(
                        Quay.archive(comment),
                        quay.request(ConnectionSettings.NONE).by(way)))
                .isInstanceOf(Killed.class);
    }

    private void killedBeforeItSent(String comment) {
        killedAtMark(mark -> mark.id() == null, false, comment, Way.REPOINT);
    }

    private void killedBeforeAnythingArrived(String comment) {
        killedAtMark(mark -> mark.id() == null, true, comment, Way.REPOINT);
    }

    private void killedBeforeItKnewWhatItMade(String comment) {
        killedAtMark(mark -> mark.id() != null, false, comment, Way.REPOINT);
    }

    /** Another job, with the same credentials, has uploaded the same for a connection of its own, and makes that next. */
    private PackageId uploadedByAnotherJob(DeployJournal written, String comment) {
        List<PackageId> there =
                quay.packages().stream().map(ConnectorPackage::id).toList();
        Deployment other = new Deployment(
                quay.account, quay.kept, written, InstantSource.fixed(now), new DiesAt(MakeConnection.class));
        DeployRequest request = DeployRequest.of(Quay.WAREHOUSE, new ConnectionName("ships"), ConnectionSettings.NONE);
        assertThatThrownBy(() -> other.deploy(Quay.archive(comment), request)).isInstanceOf(Killed.class);
        return newest(there);
    }

    private PackageId newest(List<PackageId> there) {
        return quay.packages().stream()
                .map(ConnectorPackage::id)
                .filter(id -> !there.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private PackageId runs() {
        return Objects.requireNonNull(quay.onlyConnection().packageId());
    }

    private boolean isThere(PackageId id) {
        return quay.packages().stream().anyMatch(each -> each.id().equals(id));
    }

    @Test
    void of_two_packages_of_the_same_bytes_the_one_that_was_written_down_is_used() {
        quay.deploy("first", ConnectionSettings.NONE);
        PackageId theirs = uploadedByAnotherJob(new InMemoryJournal(), "second");
        List<PackageId> there =
                quay.packages().stream().map(ConnectorPackage::id).toList();
        killedAt(ChangeConnection.class, "second", Way.REPOINT);
        PackageId ours = newest(there);

        again("second", Way.REPOINT);

        assertThat(runs()).isEqualTo(ours);
        assertThat(isThere(theirs)).isTrue();
        assertThat(quay.packages()).hasSize(2);
    }

    @Test
    void what_another_job_uploads_is_not_used_by_a_deploy_that_had_sent_nothing() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedBeforeItSent("second");
        PackageId theirs = uploadedByAnotherJob(new InMemoryJournal(), "second");

        again("second", Way.REPOINT);

        assertThat(runs()).isNotEqualTo(theirs);
        assertThat(isThere(theirs)).isTrue();
        assertThat(remarks).isEmpty();
    }

    @Test
    void what_may_be_another_jobs_is_not_used() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedBeforeAnythingArrived("second");
        PackageId theirs = uploadedByAnotherJob(journal, "second");

        again("second", Way.REPOINT);

        assertThat(runs()).isNotEqualTo(theirs);
        assertThat(isThere(theirs)).isTrue();
        assertThat(remarks).isEmpty();
    }

    @Test
    void what_may_be_ours_or_another_jobs_is_neither_used_nor_deleted() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedBeforeItKnewWhatItMade("second");
        PackageId ours = newest(List.of(runs()));
        killedAtOtherConnectionBeforeAnythingArrived("second");

        again("second", Way.REPOINT);
        now = now.plus(Duration.ofHours(2));
        again("second", Way.REPOINT);

        assertThat(runs()).isNotEqualTo(ours);
        assertThat(isThere(ours)).isTrue();
    }

    private void killedAtOtherConnectionBeforeAnythingArrived(String comment) {
        journal.write(new DeployRecord(
                "other",
                now,
                quay.account.info().userId(),
                Quay.WAREHOUSE,
                new ConnectionName("ships"),
                null,
                null,
                State.BEGUN,
                null,
                Quay.archive(comment).sha256(),
                null,
                UploadMark.SENDING.among(List.of()),
                null));
    }

    @Test
    void what_can_only_be_ours_is_used_although_it_was_not_written_down() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedBeforeItKnewWhatItMade("second");
        PackageId ours = newest(List.of(runs()));

        again("second", Way.REPOINT);

        assertThat(runs()).isEqualTo(ours);
        assertThat(quay.packages()).hasSize(1);
        assertThat(remarks).singleElement().asString().contains(ours.value(), "it is used");
        assertThat(open()).isEmpty();
    }

    private List<DeployRecord> open() {
        return journal.list(quay.onlyConnection().id()).stream()
                .filter(entry -> entry.state() == State.BEGUN && entry.note() == null)
                .toList();
    }

    @Test
    void what_was_not_written_down_and_is_not_wanted_again_is_named_and_never_deleted() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedBeforeItKnewWhatItMade("second");
        PackageId ours = newest(List.of(runs()));

        again("third", Way.IN_PLACE);
        assertThat(remarks)
                .singleElement()
                .asString()
                .contains("under way still", "'wharf packages delete " + ours + "'");
        now = now.plus(Duration.ofHours(2));
        again("third", Way.IN_PLACE);
        assertThat(remarks).hasSize(2);
        again("third", Way.IN_PLACE);

        assertThat(remarks).hasSize(2);
        assertThat(isThere(ours)).isTrue();
        assertThat(open()).isEmpty();
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

    private PackageRegistry packages() {
        return mock(PackageRegistry.class, delegatesTo(quay.account.packages()));
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
                .contains("stays");
        assertThat(open()).isEmpty();
    }
}
