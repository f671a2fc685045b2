package dev.wharf.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.ForgetfulFileSystem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileArchiveStoreTest {
    private static final byte[] BYTES = "the bytes of an archive".getBytes(UTF_8);
    private static final Sha256 HASH = Sha256.of(BYTES);
    /** A time at which everything these tests do to files is long past, so that verifications are remembered. */
    private static final Clock MUCH_LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    @TempDir
    private Path folder;

    @Test
    void reading_writes_nothing_and_needs_no_directory() {
        try (FileArchiveStore store = new FileArchiveStore(root())) {
            assertThat(store.find(HASH)).isEmpty();
            assertThat(store.deleteIfUntouchedSince(HASH, Instant.MAX)).isFalse();
            store.forEach(entry -> assertThat(entry).isNull());
            assertThat(store.quarantined()).isEmpty();
        }
        assertThat(root()).doesNotExist();
    }

    @Test
    void a_file_in_place_of_the_directory_is_reported_without_its_path() throws IOException {
        Files.createFile(root());

        assertThatThrownBy(() -> new FileArchiveStore(root()))
                .isInstanceOf(StorageException.class)
                .hasMessage("Cannot open the archive store: a file stands where a directory must be."
                        + " Move it away or choose another directory.");
        assertThatThrownBy(() -> new FileArchiveStore(root().resolve("below")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("a file stands where a directory must be");
    }

    @Test
    void archives_lie_where_their_hash_says_and_only_the_owner_can_use_them() throws IOException {
        FileArchiveStore store = new FileArchiveStore(root());
        publish(store);
        try (StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 1000);
                Stream<Path> all = Files.walk(root())) {
            assertThat(staged.sha256()).isEqualTo(HASH);
            List<Path> paths = all.toList();
            assertThat(paths)
                    .contains(root().resolve("blobs/sha256/" + HASH.hex().substring(0, 2) + "/" + HASH));
            for (Path path : paths) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
        store.close();
    }

    @Test
    void the_directory_may_be_a_symbolic_link_and_two_names_of_it_are_one_store() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (FileArchiveStore one = new FileArchiveStore(real);
                FileArchiveStore other = new FileArchiveStore(link);
                StagedArchive staged = one.stage(ArchiveSource.of(BYTES), 1000)) {
            publish(other);

            assertThat(staged.publish().sha256())
                    .as("its temporary file was not taken for a dead process's")
                    .isEqualTo(HASH);
        }
    }

    @Test
    void channels_are_file_channels() throws IOException {
        try (FileArchiveStore store = new FileArchiveStore(root())) {
            StoredArchive archive = publish(store);
            try (SeekableByteChannel channel = archive.openChannel()) {
                assertThat(channel).isInstanceOf(FileChannel.class);
            }
        }
    }

    @Test
    void a_staged_archive_can_still_be_read_once_it_is_published() throws IOException {
        try (FileArchiveStore store = new FileArchiveStore(root());
                StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 1000)) {
            staged.publish();

            try (var in = staged.open()) {
                assertThat(in.readAllBytes()).isEqualTo(BYTES);
            }
            assertThatThrownBy(staged::publish).isInstanceOf(IllegalStateException.class);
        }
    }

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
    void closing_the_store_drops_what_is_staged_and_keeps_what_is_published() {
        FileArchiveStore store = new FileArchiveStore(root());
        publish(store);
        StagedArchive staged = store.stage(ArchiveSource.of(new byte[5]), 1000);
        store.close();
        store.close();

        assertThat(root().resolve("sessions")).isEmptyDirectory();
        assertThatThrownBy(staged::publish).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> store.stage(ArchiveSource.of(BYTES), 1000)).isInstanceOf(IllegalStateException.class);
        assertThat(store.find(HASH)).isPresent();
    }

    @Test
    void a_store_whose_directory_is_deleted_begins_anew() throws IOException {
        try (FileArchiveStore store = new FileArchiveStore(root())) {
            publish(store);
            try (Stream<Path> all = Files.walk(root())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            assertThat(store.find(HASH)).isEmpty();

            publish(store);

            assertThat(store.find(HASH)).isPresent();
        }
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

    @Test
    void files_that_are_no_archives_are_not_listed() throws IOException {
        try (FileArchiveStore store = new FileArchiveStore(root())) {
            publish(store);
            Files.createFile(blob().resolveSibling("README"));
            Files.createFile(blob().resolveSibling("0".repeat(64)));
            Files.createDirectory(blob().resolveSibling(HASH.hex().substring(0, 2) + "0".repeat(62)));
            Files.createFile(root().resolve("blobs/sha256/file"));

            store.forEach(entry -> assertThat(entry.sha256()).isEqualTo(HASH));
        }
    }

    private Path root() {
        return folder.resolve("store");
    }

    private Path blob() {
        return new StorePaths(root()).blob(HASH);
    }

    private Path onlyPart() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static StoredArchive publish(FileArchiveStore store) {
        try (StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 1000)) {
            return staged.publish();
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
