package dev.wharf.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.ForgetfulFileSystem;
import dev.wharf.testkit.ForgetfulFileSystem.Loss;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever operation the loss of power, or a failure of the disk, falls on: what was promised holds, nothing else shows. */
final class PowerLossTest {
    private static final byte[] BYTES = "the bytes of an archive".getBytes(UTF_8);
    private static final Sha256 HASH = Sha256.of(BYTES);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = LONG_AGO.plusSeconds(3600);

    private ForgetfulFileSystem files = ForgetfulFileSystem.create();

    @ParameterizedTest
    @EnumSource(Loss.class)
    void a_published_archive_survives_and_one_half_published_is_whole_or_absent(Loss loss) throws IOException {
        int step = 0;
        int kept = 0;
        boolean failed;
        do {
            files = ForgetfulFileSystem.create();
            FileArchiveStore dying = new FileArchiveStore(root());
            files.losePowerAt(++step);
            boolean published = publish(dying);
            failed = files.failedStep() != null;
            String moment = files.failedStep() + ", then losing " + loss;

            files = files.crash(loss);
            try (FileArchiveStore store = new FileArchiveStore(root())) {
                Optional<StoredArchive> found = findWhole(store, moment);
                assertThat(found.isPresent() || !published)
                        .as("kept what was promised before " + moment)
                        .isTrue();
                kept += found.isPresent() && !published ? 1 : 0;
                assertThat(publish(store)).as("works again after " + moment).isTrue();
                assertThat(findWhole(store, moment)).isPresent();
                assertThat(parts()).as("leftovers after " + moment).isZero();
            }
        } while (failed);
        assertThat(step).as("operations of a publication").isGreaterThan(20);
        // If everything unsynced is lost, the last fsync decides, and nothing comes between it and the answer.
        assertThat(kept > 0).as("kept without a promise").isEqualTo(loss != Loss.EVERYTHING);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void an_archive_that_was_there_survives_being_published_again_and_is_young_if_that_was_promised(Loss loss)
            throws IOException {
        int step = 0;
        boolean failed;
        do {
            files = ForgetfulFileSystem.create();
            FileArchiveStore store = new FileArchiveStore(root());
            assertThat(publish(store)).isTrue();
            age();
            files.losePowerAt(++step);
            boolean published = publish(store);
            failed = files.failedStep() != null;
            String moment = files.failedStep() + ", then losing " + loss;

            files = files.crash(loss);
            FileArchiveStore found = new FileArchiveStore(root());
            assertThat(findWhole(found, moment)).as(moment).isPresent();
            assertThat(published && found.deleteIfUntouchedSince(HASH, LATER))
                    .as("deleted though young: " + moment)
                    .isFalse();
        } while (failed);
    }

    @Test
    void a_deletion_is_done_or_not() throws IOException {
        int step = 0;
        boolean failed;
        do {
            files = ForgetfulFileSystem.create();
            FileArchiveStore store = new FileArchiveStore(root());
            assertThat(publish(store)).isTrue();
            age();
            files.losePowerAt(++step);
            boolean deleted;
            try {
                deleted = store.deleteIfUntouchedSince(HASH, LATER);
            } catch (StorageException e) {
                deleted = false;
            }
            failed = files.failedStep() != null;
            String moment = String.valueOf(files.failedStep());

            files = files.crash();
            assertThat(findWhole(new FileArchiveStore(root()), moment).isPresent())
                    .as(moment)
                    .isEqualTo(!deleted);
        } while (failed);
    }

    @Test
    void a_failing_disk_is_reported_and_leaves_nothing_and_the_store_goes_on() throws IOException {
        int step = 0;
        boolean failed;
        do {
            files = ForgetfulFileSystem.create();
            try (FileArchiveStore store = new FileArchiveStore(root())) {
                files.failAt(++step);
                boolean published = publish(store);
                String moment = files.failedStep();
                failed = moment != null;
                files.failAt(0);

                assertThat(store.find(HASH).isPresent()).as(moment).isEqualTo(published);
                assertThat(parts()).as(moment).isZero();
                assertThat(publish(store)).as("again after " + moment).isTrue();
                assertThat(findWhole(store, moment)).isPresent();
            }
        } while (failed);
        assertThat(step).isGreaterThan(20);
    }

    @Test
    void a_disk_that_fails_while_reading_is_reported() throws IOException {
        publish(new FileArchiveStore(root()));
        int step = 0;
        boolean failed;
        do {
            FileArchiveStore store = new FileArchiveStore(root());
            files.failAt(++step);
            boolean found;
            try {
                found = store.find(HASH).isPresent();
            } catch (StorageException e) {
                found = false;
                assertThat(e.getMessage()).startsWith("Cannot read the stored archive: ");
            }
            failed = files.failedStep() != null;
            assertThat(found).as(files.failedStep()).isEqualTo(!failed);
        } while (failed);
    }

    private Path root() {
        return files.getPath("/parent/store");
    }

    private static boolean publish(ArchiveStore store) {
        try (StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 1000)) {
            return staged.publish().sha256().equals(HASH);
        } catch (StorageException e) {
            assertThat(e.getMessage()).startsWith("Cannot ").doesNotContain("/");
            return false;
        }
    }

    private void age() throws IOException {
        Path blob = new StorePaths(root()).blob(HASH);
        Files.setLastModifiedTime(blob, FileTime.from(LONG_AGO));
        Durability.fsyncFile(blob);
    }

    private static Optional<StoredArchive> findWhole(ArchiveStore store, String moment) throws IOException {
        Optional<StoredArchive> found = store.find(HASH);
        if (found.isPresent()) {
            try (InputStream in = found.get().open()) {
                assertThat(in.readAllBytes()).as(moment).isEqualTo(BYTES);
            }
        }
        return found;
    }

    private long parts() throws IOException {
        if (!Files.exists(root())) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(file -> file.toString().endsWith(".part")).count();
        }
    }
}
