package dev.wharf.cli.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.UnavailableException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadMark;
import dev.wharf.model.UserId;
import dev.wharf.port.DeployJournal;
import dev.wharf.testkit.InMemoryJournal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedJournalTest {
    private static final ConnectionId RIVER = new ConnectionId("quiet_river");
    private static final Sha256 NEW = Sha256.of("new".getBytes(StandardCharsets.UTF_8));

    private final List<String> warnings = new ArrayList<>();
    private final InMemoryJournal own = new InMemoryJournal();

    private static DeployRecord begun() {
        return new DeployRecord(
                "one",
                Instant.parse("2026-03-01T12:00:00Z"),
                null,
                new DestinationName("Warehouse"),
                new ConnectionName("orders"),
                RIVER,
                null,
                State.BEGUN,
                null,
                NEW,
                null,
                List.of(),
                null);
    }

    /** A server that signs what it takes, and takes one thing only. */
    private static final class Forgetful implements DeployJournal {
        private final InMemoryJournal taken = new InMemoryJournal();

        @Override
        public void write(DeployRecord entry) {
            if (!taken.list(RIVER).isEmpty()) {
                throw new UnavailableException("away", null, null);
            }
            taken.write(entry.by(new UserId("ann")));
        }

        @Override
        public List<DeployRecord> list(ConnectionId connection) {
            return taken.list(connection);
        }
    }

    @Test
    void what_the_server_did_not_take_is_known_here_and_who_deployed_from_the_server() {
        SharedJournal journal = new SharedJournal(own, new Forgetful(), warnings::add);
        DeployRecord uploaded = begun().uploading(new UploadMark(new PackageId("happy_harmony")));

        journal.write(begun());
        journal.write(uploaded);

        assertThat(journal.list(RIVER)).containsExactly(uploaded.by(new UserId("ann")));
        assertThat(warnings).hasSize(1);
        assertThat(journal.listBegun(NEW).orElseThrow()).containsExactly(uploaded);
    }
}
