package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.archive;
import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.SourceRevision;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveDownload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the journal of an account does that keeps one for all its users. A test of such an account implements this too. */
public interface SharedJournalContract extends AccountFixture {
    /** What every test may write about. */
    String A_NOTE = "with ключ,\n\"quotes\" and 🚢";

    @Test
    default void a_deploy_is_told_to_all_as_that_of_who_wrote_it() {
        Connection connection = connect(member("alice"), destination(admin(), "Warehouse"), "orders", null);
        DeployRecord entry = entry(connection.id(), null, hash("new")).by(new UserId("somebody_else"));

        member("alice").journal().write(entry);

        DeployRecord signed = entry.by(new UserId("alice"));
        assertThat(admin().journal().list(connection.id())).containsExactly(signed);
        assertThat(reader().journal().list(connection.id())).containsExactly(signed);
        assertThat(admin().journal().list(new ConnectionId("elsewhere"))).isEmpty();
    }

    @Test
    default void only_who_wrote_of_a_deploy_writes_of_it_again() {
        Connection connection = connect(member("alice"), destination(admin(), "Warehouse"), "orders", null);
        DeployRecord begun = entry(connection.id(), null, hash("new")).by(new UserId("alice"));
        member("alice").journal().write(begun);

        assertThatThrownBy(() -> admin().journal().write(begun)).isInstanceOf(ConflictException.class);
        DeployRecord done = begun.reaching(State.UPDATED, connection.id(), null, null);
        member("alice").journal().write(done);

        assertThat(admin().journal().list(connection.id())).containsExactly(done);
    }

    @Test
    default void nobody_writes_of_deploys_to_a_connection_that_he_could_not_have_deployed_to() {
        ConnectorPackage running = upload(admin(), "running");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "orders", running);
        ConnectorPackage evil = upload(member("mallory"), "evil");
        Sha256 hash = Objects.requireNonNull(evil.sha256());

        for (PackageId claimed : Arrays.asList(null, running.id(), evil.id())) {
            DeployRecord forged =
                    entry(connection.id(), null, hash).reaching(State.UPDATED, connection.id(), claimed, null);
            assertThatThrownBy(() -> member("mallory").journal().write(forged)).isInstanceOf(NotAllowedException.class);
        }
        DeployRecord nowhere = entry(new ConnectionId("elsewhere"), null, hash);
        assertThatThrownBy(() -> member("mallory").journal().write(nowhere)).isInstanceOf(NotAllowedException.class);

        assertThat(admin().journal().list(connection.id())).isEmpty();
    }

    @Test
    default void who_owns_the_package_that_a_connection_runs_writes_of_deploys_to_it() {
        ConnectorPackage running = upload(member("alice"), "running");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "orders", running);
        DeployRecord entry = entry(connection.id(), null, hash("new"))
                .reaching(State.UPDATED, connection.id(), running.id(), null)
                .by(new UserId("alice"));

        member("alice").journal().write(entry);

        assertThat(admin().journal().list(connection.id())).containsExactly(entry);
    }

    @Test
    default void who_may_only_read_writes_nothing() {
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "orders", null);

        assertThatThrownBy(() -> reader().journal().write(entry(connection.id(), null, hash("new"))))
                .isInstanceOf(NotAllowedException.class);

        assertThat(admin().journal().list(connection.id())).isEmpty();
    }

    @Test
    default void a_file_that_a_deploy_replaced_can_be_had_again() throws IOException {
        ConnectorPackage first = upload(admin(), "first");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "orders", first);
        Sha256 before = Objects.requireNonNull(first.sha256());
        ConnectorPackage second = admin().packages().update(first.id(), archive("second"));
        admin().journal().write(entry(connection.id(), before, Objects.requireNonNull(second.sha256())));

        try (ArchiveDownload again = reader().journal().openArchive(before).orElseThrow()) {
            assertThat(again.stream().readAllBytes()).isEqualTo(SampleArchives.connector("first"));
        }
        assertThat(admin().journal().openArchive(hash("nothing"))).isEmpty();
    }

    @Test
    default void a_file_that_no_deploy_names_is_nobodys_to_have() {
        ConnectorPackage secret = upload(member("alice"), "no deploy");

        assertThat(admin().journal().openArchive(Objects.requireNonNull(secret.sha256())))
                .isEmpty();
    }

    private static Sha256 hash(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static DeployRecord entry(ConnectionId connection, @Nullable Sha256 from, Sha256 to) {
        return new DeployRecord(
                UUID.randomUUID().toString(),
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                null,
                new DestinationName("Warehouse"),
                new ConnectionName("orders"),
                connection,
                null,
                State.BEGUN,
                from,
                to,
                new SourceRevision("0f0f", "main", true),
                List.of("paused"),
                A_NOTE);
    }
}
