package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.wharf.deployment.DeployRequest.Way;
import dev.wharf.deployment.DeployStep.ChangeConnection;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.MakeConnection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.PackageId;
import dev.wharf.model.UploadMark;
import dev.wharf.port.DeployJournal;
import dev.wharf.testkit.InMemoryJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class UnwrittenUploadsTest extends KilledDeployments {
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
        assertThat(remarks).singleElement().asString().contains(ours.value(), "This deploy uses that package");
        assertThat(open()).isEmpty();
    }

    @Test
    void what_was_not_written_down_and_is_not_wanted_again_is_named_and_never_deleted() {
        quay.deploy("first", ConnectionSettings.NONE);
        killedBeforeItKnewWhatItMade("second");
        PackageId ours = newest(List.of(runs()));

        again("third", Way.IN_PLACE);
        assertThat(remarks).singleElement().asString().contains(ours.value(), "is still running", "delete it.");
        now = now.plus(Duration.ofHours(2));
        again("third", Way.IN_PLACE);
        assertThat(remarks).hasSize(2);
        again("third", Way.IN_PLACE);

        assertThat(remarks).hasSize(2);
        assertThat(isThere(ours)).isTrue();
        assertThat(open()).isEmpty();
    }
}
