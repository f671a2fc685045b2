package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.IntegrityException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import dev.wharf.testkit.ForgetfulFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ChangedFilesTest extends StoreOnDisk {
    /** A time at which everything these tests do to files is long past, so that verifications are remembered. */
    private static final Clock MUCH_LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    @Test
    void bytes_that_are_not_on_the_disk_as_they_were_received_are_not_kept() throws IOException {
        try (FileArchiveStore store = new FileArchiveStore(root());
                StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 1000)) {
            Files.writeString(onlyPart(), "something else");

            assertThatThrownBy(staged::publish)
                    .isInstanceOfSatisfying(IntegrityException.class, e -> assertThat(e.expected())
                            .isEqualTo(HASH.hex()));

            assertThat(store.find(HASH)).isEmpty();
        }
        assertThat(root().resolve("sessions")).isEmptyDirectory();
    }

    @Test
    void changed_bytes_are_found_out_even_if_size_and_time_are_as_before_and_were_verified_before() throws IOException {
        FileArchiveStore store = new FileArchiveStore(root(), MUCH_LATER);
        publish(store);
        FileTime modified = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(blob(), modified);
        FileTime before = (FileTime) Files.getAttribute(blob(), "unix:ctime");
        assertThat(store.find(HASH)).as("verified and remembered").isPresent();
        awaitFileTimeAfter(before);
        byte[] changed = BYTES.clone();
        changed[0] ^= 1;
        Files.write(blob(), changed);
        Files.setLastModifiedTime(blob(), modified);

        assertThatThrownBy(() -> store.find(HASH)).isInstanceOf(IntegrityException.class);

        assertThat(store.find(HASH)).isEmpty();
        assertThat(store.quarantined()).hasSize(1).allSatisfy(name -> {
            assertThat(name).startsWith(HASH.hex() + "-");
            assertThat(root().resolve("quarantine").resolve(name)).hasBinaryContent(changed);
        });
        store.close();
    }

    @Test
    void quarantine_keeps_every_changed_file() throws IOException {
        try (FileArchiveStore store = new FileArchiveStore(root())) {
            for (int i = 1; i <= 3; i++) {
                publish(store);
                Files.writeString(blob(), "changed");
                assertThatThrownBy(() -> store.find(HASH)).isInstanceOf(IntegrityException.class);

                assertThat(store.quarantined()).hasSize(i);
            }
        }
    }

    @Test
    void a_verified_archive_is_not_read_again_until_it_is_touched() throws IOException {
        ForgetfulFileSystem files = ForgetfulFileSystem.create();
        Path elsewhere = files.getPath("/store");
        try (FileArchiveStore writing = new FileArchiveStore(elsewhere)) {
            publish(writing);
        }
        try (FileArchiveStore store = new FileArchiveStore(elsewhere, MUCH_LATER)) {
            int first = stepsOfFind(files, store);
            int second = stepsOfFind(files, store);
            Files.setLastModifiedTime(new StorePaths(elsewhere).blob(HASH), FileTime.fromMillis(1000));
            int touched = stepsOfFind(files, store);

            assertThat(second).isEqualTo(1).isLessThan(first);
            assertThat(touched).isEqualTo(first);
        }
    }

    @Test
    void an_archive_changed_just_now_is_read_again_each_time() {
        ForgetfulFileSystem files = ForgetfulFileSystem.create();
        // Stopped, so that the time between publication and reading is none, however slow the machine.
        Clock stopped = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try (FileArchiveStore store = new FileArchiveStore(files.getPath("/store"), stopped)) {
            publish(store);

            assertThat(stepsOfFind(files, store))
                    .isEqualTo(stepsOfFind(files, store))
                    .isGreaterThan(1);
        }
    }

    private Path onlyPart() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int stepsOfFind(ForgetfulFileSystem files, FileArchiveStore store) {
        files.failAt(0);
        assertThat(store.find(HASH)).isPresent();
        return files.steps();
    }

    /** Touches a file until its system's coarse clock has moved on. */
    private void awaitFileTimeAfter(FileTime time) throws IOException {
        Path probe = folder.resolve("probe");
        do {
            Files.writeString(probe, "x");
        } while (((FileTime) Files.getAttribute(probe, "unix:ctime")).compareTo(time) <= 0);
    }
}
