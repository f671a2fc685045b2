package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FileArchiveStoreTest extends StoreOnDisk {
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
                .hasMessage("Cannot open the archive store: a file exists where a directory must be."
                        + " Move the file away, or choose another directory.");
        assertThatThrownBy(() -> new FileArchiveStore(root().resolve("below")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("a file exists where a directory must be");
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
}
