package dev.wharf.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.StorageException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.Secret;
import dev.wharf.model.SourceRevision;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.testkit.InMemoryJournal;
import dev.wharf.testkit.SampleArchives;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DeployJournalTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Quay quay = new Quay();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<String> remarks = new ArrayList<>();

    private Deployment deployment(DeployJournal written, Consumer<DeployStep> atEachStep) {
        return new Deployment(quay.account, quay.kept, written, InstantSource.fixed(NOON), new DeployListener() {
            @Override
            public void begins(DeployStep step) {
                atEachStep.accept(step);
            }

            @Override
            public void remarks(String text) {
                remarks.add(text);
            }
        });
    }

    private List<DeployRecord> written() {
        return journal.list(quay.onlyConnection().id());
    }

    @Test
    void every_deploy_is_written_down_with_who_when_what_and_from_where() {
        SourceRevision source = new SourceRevision("0f0f0f", "main", true);
        Deployment deployment = deployment(journal, step -> {});

        deployment.deploy(
                Quay.archive("first"),
                quay.request(ConnectionSettings.NONE.withSecrets(List.of(new Secret("token", "s3cr3t"))))
                        .from(source));
        deployment.deploy(Quay.archive("second"), quay.request(ConnectionSettings.NONE));
        deployment.deploy(Quay.archive("second"), quay.request(ConnectionSettings.NONE));

        assertThat(written())
                .extracting(DeployRecord::state)
                .containsExactly(State.CREATED, State.UPDATED, State.UNCHANGED);
        DeployRecord first = written().get(0);
        assertThat(first.at()).isEqualTo(NOON);
        assertThat(first.user()).hasToString("root");
        assertThat(first.from()).isNull();
        assertThat(first.to()).isEqualTo(Quay.archive("first").sha256());
        assertThat(first.source()).isEqualTo(source);
        assertThat(first.settings()).containsExactly("secrets_list", "configuration=", "configuration=token");
        assertThat(first.toString()).doesNotContain("s3cr3t");
        assertThat(written().get(1).from()).isEqualTo(first.to());
        assertThat(written().get(1).packageId()).isEqualTo(quay.onlyPackage().id());
    }

    @Test
    void a_deploy_that_is_stopped_is_undone_and_written_down_as_such() {
        quay.deploy("first", ConnectionSettings.NONE);
        IllegalStateException stop = new IllegalStateException("stop");

        assertThatThrownBy(() -> deployment(journal, step -> {
                            throw stop;
                        })
                        .deploy(Quay.archive("second"), quay.request(ConnectionSettings.NONE)))
                .isSameAs(stop);

        assertThat(written()).singleElement().satisfies(entry -> assertThat(entry.state())
                .isEqualTo(State.UNDONE));
    }

    @Test
    void what_cannot_be_written_down_is_not_begun() {
        DeployJournal full = mock(DeployJournal.class);
        doThrow(new StorageException("The disk is full.", null)).when(full).write(any());

        assertThatThrownBy(() -> deployment(full, step -> {})
                        .deploy(Quay.archive("first"), quay.request(ConnectionSettings.NONE)))
                .isInstanceOf(StorageException.class);

        assertThat(quay.packages()).isEmpty();
    }

    @Test
    void a_deploy_that_came_too_late_changed_nothing_and_is_written_down_as_such() {
        quay.deploy("first", ConnectionSettings.NONE);
        Deployment late = deployment(journal, step -> {
            if (step instanceof DeployStep.Replace) {
                quay.account
                        .packages()
                        .update(
                                quay.onlyPackage().id(),
                                ArchiveSource.of(SampleArchives.connector("by somebody else")));
            }
        });

        assertThatThrownBy(() -> late.deploy(Quay.archive("second"), quay.request(ConnectionSettings.NONE)))
                .isInstanceOf(ConflictException.class);

        assertThat(written()).singleElement().satisfies(entry -> assertThat(entry.state())
                .isEqualTo(State.UNDONE));
        assertThat(remarks).isEmpty();
    }

    @Test
    void an_account_that_tells_an_endless_python_version_has_the_deploy_all_the_same() {
        Connections connections = mock(Connections.class, delegatesTo(quay.account.connections()));
        doAnswer(call -> {
                    Connection made = quay.account.connections().create(call.getArgument(0));
                    return made.changedBy(ConnectionSettings.NONE.withPythonVersion("3".repeat(500)));
                })
                .when(connections)
                .create(any());
        Account telling = mock(Account.class, delegatesTo(quay.account));
        doReturn(connections).when(telling).connections();

        DeployResult result = new Deployment(
                        telling, quay.kept, journal, InstantSource.fixed(NOON), DeployListener.NONE)
                .deploy(Quay.archive("first"), quay.request(ConnectionSettings.NONE));

        assertThat(result.outcome()).isEqualTo(DeployResult.Outcome.CREATED);
        assertThat(written()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.CREATED);
            assertThat(entry.settings()).containsExactly("configuration=");
        });
    }
}
