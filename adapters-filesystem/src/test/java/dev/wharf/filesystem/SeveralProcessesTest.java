package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeveralProcessesTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path root;

    @Test
    void what_a_killed_process_leaves_is_removed_by_the_next_and_what_a_live_one_has_stays() throws Exception {
        try (StoreProcess dying = StoreProcess.start(root);
                StoreProcess living = StoreProcess.start(root);
                FileArchiveStore store = new FileArchiveStore(root)) {
            living.order("stage 1000");
            Sha256 hash = new Sha256(living.answer());
            Set<Path> ofTheLiving = sessions();
            dying.order("hang");
            assertThat(dying.answer()).isEqualTo("halfway");
            Set<Path> ofBoth = sessions();
            assertThat(ofBoth).hasSize(2).containsAll(ofTheLiving);
            dying.kill();
            assertThat(store.find(hash)).isEmpty();
            assertThat(sessions()).as("reading removes nothing").isEqualTo(ofBoth);

            try (StagedArchive own = store.stage(ArchiveSource.of(new byte[5]), 10)) {
                assertThat(own.length()).isEqualTo(5);
                ofBoth.removeAll(ofTheLiving);
                assertThat(sessions()).hasSize(2).containsAll(ofTheLiving).doesNotContainAnyElementsOf(ofBoth);
            }
            living.order("publish");
            assertThat(living.answer()).isEqualTo("1000");
            assertThat(store.find(hash)).isPresent();
        }
    }

    @Test
    void the_session_of_another_process_outlives_any_number_of_stores_that_look_at_it() throws Exception {
        try (StoreProcess living = StoreProcess.start(root)) {
            living.order("stage 1000");
            Sha256 hash = new Sha256(living.answer());
            for (int i = 0; i < 3; i++) {
                try (FileArchiveStore store = new FileArchiveStore(root);
                        StagedArchive own = store.stage(ArchiveSource.of(new byte[5]), 10)) {
                    assertThat(own.length()).isEqualTo(5);
                    assertThat(sessions()).hasSize(2);
                }
            }
            living.order("publish");

            assertThat(living.answer()).isEqualTo("1000");
            assertThat(new FileArchiveStore(root).find(hash)).isPresent();
        }
    }

    @Test
    void this_processs_session_is_alive_to_another_even_after_a_second_store_here_looked_at_it() throws Exception {
        try (FileArchiveStore first = new FileArchiveStore(root);
                StagedArchive staged = first.stage(ArchiveSource.of(new byte[7]), 10);
                FileArchiveStore second = new FileArchiveStore(root);
                StagedArchive other = second.stage(ArchiveSource.of(new byte[8]), 10);
                StoreProcess process = StoreProcess.start(root)) {
            process.order("stage 1000");
            assertThat(process.answer()).hasSize(64);

            assertThat(sessions()).hasSize(3);
            assertThat(staged.publish().length()).isEqualTo(7);
            assertThat(other.publish().length()).isEqualTo(8);
        }
    }

    @Test
    void an_archive_published_while_another_process_deletes_the_old_one_is_always_there_afterwards() throws Exception {
        try (StoreProcess publisher = StoreProcess.start(root);
                FileArchiveStore store = new FileArchiveStore(root)) {
            publisher.order("stage 1000");
            Sha256 hash = new Sha256(publisher.answer());
            publisher.order("publish");
            publisher.answer();
            for (int round = 0; round < 50; round++) {
                Files.setLastModifiedTime(new StorePaths(root).blob(hash), FileTime.from(LONG_AGO));
                publisher.order("stage 1000");
                publisher.answer();
                publisher.order("publish");
                boolean deleted = store.deleteIfUntouchedSince(hash, LONG_AGO.plusSeconds(1));

                assertThat(publisher.answer()).isEqualTo("1000");
                assertThat(store.find(hash))
                        .as("round %d, deleted %s", round, deleted)
                        .isPresent();
            }
        }
    }

    @Test
    void an_archive_many_times_the_memory_passes_through() throws Exception {
        try (StoreProcess small = StoreProcess.start(root, "-Xmx32m")) {
            long length = 200L << 20;
            small.order("stage " + length);
            String hash = small.answer();
            small.order("publish");
            assertThat(small.answer()).isEqualTo(String.valueOf(length));
            small.order("find " + hash);

            assertThat(small.answer()).isEqualTo(String.valueOf(length));
        }
    }

    private Set<Path> sessions() throws IOException {
        try (Stream<Path> all = Files.list(root.resolve("sessions"))) {
            return all.collect(Collectors.toSet());
        }
    }
}
