package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Sha256;
import dev.wharf.testkit.DeployJournalContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest implements DeployJournalContract {
    private static final ConnectionId RIVER = new ConnectionId("quiet_river");

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("state").resolve("journal.jsonl");
    }

    @Override
    public FileJournal journal() {
        return new FileJournal(file());
    }

    @Override
    public FileJournal reopened() {
        return new FileJournal(directory.resolve(".").resolve("state").resolve("journal.jsonl"));
    }

    private static DeployRecord entry(String id) {
        return new DeployRecord(
                id,
                Instant.parse("2026-03-01T12:00:00Z"),
                null,
                new DestinationName("Warehouse"),
                new ConnectionName("orders"),
                RIVER,
                null,
                State.CREATED,
                null,
                Sha256.of(new byte[0]),
                null,
                List.of(),
                null);
    }

    @Test
    void a_line_that_was_cut_off_anywhere_costs_itself_and_no_other() throws IOException {
        journal().write(entry("first"));
        byte[] whole = Files.readAllBytes(file());
        for (int cut = 1; cut < whole.length; cut++) {
            Files.write(file(), whole);
            byte[] torn = new byte[cut];
            System.arraycopy(whole, 0, torn, 0, cut);
            Files.write(file(), torn, StandardOpenOption.APPEND);

            journal().write(entry("last"));

            assertThat(journal().list(RIVER))
                    .as("cut after %d bytes", cut)
                    .containsExactly(entry("first"), entry("last"));
        }
    }

    @Test
    void what_is_no_line_of_ours_is_passed_over() throws IOException {
        journal().write(entry("first"));
        Files.write(
                file(),
                "[]\n{}\n{\"id\":\"x\"}\nnull\n\n{\"id\":1}\n\u0000\n".getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
        Files.write(file(), new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);

        journal().write(entry("second"));

        assertThat(journal().list(RIVER)).containsExactly(entry("first"), entry("second"));
    }

    @Test
    void what_a_newer_program_adds_to_a_line_is_passed_over() throws IOException {
        journal().write(entry("first"));
        String line = Files.readString(file());
        Files.writeString(
                file(), line.replace("\"id\":\"first\"", "\"id\":\"second\",\"new\":{\"a\":[1,{}]},\"other\":null"));

        assertThat(journal().list(RIVER)).containsExactly(entry("second"));
    }

    @Test
    void nobody_else_may_read_it() throws IOException {
        journal().write(entry("first"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_journal_that_cannot_be_written_says_what_to_do() throws IOException {
        Files.writeString(directory.resolve("state"), "a file");

        assertThatThrownBy(() -> journal().write(entry("first")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("deploy journal")
                .hasMessageContaining("Move the file away");
    }
}
