package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.SourceRevision;
import dev.wharf.model.UserId;
import dev.wharf.port.DeployJournal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link DeployJournal} does. */
public interface DeployJournalContract {
    /**
     * The journal under test.
     *
     * @return the same journal at every call of one test, empty at first
     */
    DeployJournal journal();

    /**
     * Another way to what is behind the journal, as another process has it.
     *
     * @return a journal that reads what the other writes
     */
    DeployJournal reopened();

    @Test
    default void a_deploy_comes_back_as_it_was_written() {
        DeployRecord full = new DeployRecord(
                UUID.randomUUID().toString(),
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                new UserId("ann"),
                new DestinationName("Ware house ключ"),
                new ConnectionName("orders"),
                new ConnectionId("quiet_river"),
                new PackageId("happy_harmony"),
                State.UPDATED,
                hash("old"),
                hash("new"),
                new SourceRevision("0f0f", "feature/\u2028x", true),
                List.of("paused", "secrets_list"),
                "A note,\nwith \u0000 and 🚢.");
        DeployRecord bare = entry("bare", "quiet_river", State.BEGUN);

        journal().write(full);
        journal().write(bare);

        assertThat(journal().list(new ConnectionId("quiet_river"))).containsExactly(full, bare);
        assertThat(reopened().list(new ConnectionId("quiet_river"))).containsExactly(full, bare);
    }

    @Test
    default void what_is_written_later_about_a_deploy_replaces_what_was_written_before() {
        DeployRecord begun = entry("one", "quiet_river", State.BEGUN);
        DeployRecord other = entry("two", "quiet_river", State.CREATED);
        journal().write(begun);
        journal().write(other);

        DeployRecord done = begun.reaching(State.UPDATED, begun.connectionId(), new PackageId("p"), null);
        reopened().write(done);

        assertThat(journal().list(new ConnectionId("quiet_river"))).containsExactly(done, other);
    }

    @Test
    default void a_deploy_that_made_its_connection_is_listed_with_it() {
        DeployRecord begun = entry("one", null, State.BEGUN);
        journal().write(begun);
        DeployRecord done = begun.reaching(State.CREATED, new ConnectionId("quiet_river"), null, null);
        journal().write(done);

        assertThat(journal().list(new ConnectionId("quiet_river"))).containsExactly(done);
    }

    @Test
    default void only_the_deploys_of_a_connection_are_listed() {
        DeployRecord ours = entry("one", "quiet_river", State.CREATED);
        journal().write(ours);
        journal().write(entry("two", "loud_river", State.CREATED));
        journal().write(entry("three", null, State.UNDONE));

        assertThat(journal().list(new ConnectionId("quiet_river"))).containsExactly(ours);
        assertThat(journal().list(new ConnectionId("nowhere"))).isEmpty();
    }

    @Test
    default void the_deploys_of_a_file_that_have_begun_are_listed_whatever_they_are_to() {
        DeployRecord begun = entry("one", "quiet_river", State.BEGUN);
        DeployRecord withoutConnection = entry("two", null, State.BEGUN);
        DeployRecord done = entry("three", "loud_river", State.BEGUN);
        journal().write(begun);
        journal().write(withoutConnection);
        journal().write(done);
        journal().write(done.reaching(State.UPDATED, done.connectionId(), null, null));

        assertThat(journal().listBegun(hash("new")).orElseThrow()).containsExactly(begun, withoutConnection);
        assertThat(reopened().listBegun(hash("old")).orElseThrow()).isEmpty();
    }

    @Test
    default void many_write_at_once_and_nothing_is_lost() {
        Crowd.of(8, writer -> {
            DeployJournal own = writer % 2 == 0 ? journal() : reopened();
            IntStream.range(0, 25).forEach(i -> own.write(entry(writer + "-" + i, "quiet_river", State.UNCHANGED)));
            return writer;
        });

        assertThat(journal().list(new ConnectionId("quiet_river")))
                .extracting(DeployRecord::id)
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    private static Sha256 hash(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static DeployRecord entry(String id, @Nullable String connection, State state) {
        return new DeployRecord(
                id,
                Instant.parse("2026-03-01T12:00:00Z"),
                null,
                new DestinationName("Warehouse"),
                new ConnectionName("orders"),
                connection == null ? null : new ConnectionId(connection),
                null,
                state,
                null,
                hash("new"),
                null,
                List.of(),
                null);
    }
}
