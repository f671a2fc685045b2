package dev.wharf.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.StorageException;
import dev.wharf.integrity.VerifiedStream;
import dev.wharf.model.Sha256;
import dev.wharf.testkit.ForgetfulFileSystem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_appears_when_it_is_complete() throws IOException {
        Path target = folder.resolve("archive.zip");
        try (TargetFile file = TargetFile.at(target)) {
            assertThat(file.receive(bytes("one "))).isEqualTo(new HashedBytes(Sha256.of("one ".getBytes(UTF_8)), 4));
            file.stream().write("two".getBytes(UTF_8));
            assertThat(target).doesNotExist();

            file.complete();

            assertThat(target).hasContent("one two");
        }
        assertThat(names()).containsExactly("archive.zip");
    }

    @Test
    void a_stream_that_verifies_itself_is_written_to_its_end_or_fails() throws IOException {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        Sha256 right = Sha256.of(content);
        Path path = folder.resolve("target");
        try (TargetFile file = TargetFile.at(path)) {
            InputStream pieces = inPieces(VerifiedStream.of(new ByteArrayInputStream(content), right));
            assertThat(file.receiveVerified(pieces, right)).isEqualTo(new HashedBytes(right, content.length));
            file.complete();
        }
        assertThat(path).hasBinaryContent(content);

        Sha256 wrong = Sha256.of(new byte[0]);
        try (TargetFile file = TargetFile.at(path)) {
            InputStream other = VerifiedStream.of(new ByteArrayInputStream(content), wrong);
            assertThatThrownBy(() -> file.receiveVerified(other, wrong)).isInstanceOf(IntegrityException.class);
        }
        assertThat(path).hasBinaryContent(content);
    }

    @Test
    void a_large_file_is_whole_or_gone_whenever_it_is_given_up() throws IOException {
        byte[] content = new byte[3 * EarlyFlush.STEP + 5];
        new Random(2).nextBytes(content);
        Sha256 right = Sha256.of(content);
        Path path = folder.resolve("large");
        try (TargetFile file = TargetFile.at(path)) {
            file.receiveVerified(new ByteArrayInputStream(content), right);
        }
        assertThat(names()).isEmpty();

        try (TargetFile file = TargetFile.at(path)) {
            file.receiveVerified(new ByteArrayInputStream(content), right);
            file.complete();
        }
        assertThat(names()).containsExactly("large");
        assertThat(path).hasBinaryContent(content);
    }

    /** At most a thousand bytes at a time, as from a network. */
    private static InputStream inPieces(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, Math.min(length, 1000));
            }
        };
    }

    @Test
    void a_file_not_completed_leaves_nothing_and_the_old_one_as_it_was() throws IOException {
        Path target = Files.writeString(folder.resolve("archive.zip"), "old");
        try (TargetFile file = TargetFile.at(target)) {
            file.receive(bytes("new"));
            assertThat(target).hasContent("old");
        }
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("archive.zip");
    }

    @Test
    void an_old_file_is_replaced_on_success() throws IOException {
        Path target = Files.writeString(folder.resolve("archive.zip"), "a longer old one");
        try (TargetFile file = TargetFile.at(target)) {
            file.receive(bytes("new"));
            file.complete();
        }
        assertThat(target).hasContent("new");
    }

    @Test
    void a_transfer_that_fails_is_not_the_disks_failure() throws IOException {
        InputStream failing = new SequenceInputStream(bytes("some"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("as this test asked for");
            }
        });
        try (TargetFile file = TargetFile.at(folder.resolve("archive.zip"))) {
            assertThatThrownBy(() -> file.receive(failing)).isInstanceOf(InterruptedTransferException.class);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path real = Files.writeString(folder.resolve("real.zip"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.zip"), real);
        try (TargetFile file = TargetFile.at(link)) {
            file.receive(bytes("new"));
            file.complete();
        }
        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(real).hasContent("new");
    }

    @Test
    void only_files_are_replaced() {
        assertThatThrownBy(() -> TargetFile.at(folder)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> TargetFile.at(Path.of("/dev/null"))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_directory_that_is_not_there_is_reported() {
        assertThatThrownBy(() -> TargetFile.at(folder.resolve("missing").resolve("archive.zip")))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("Cannot write the file: ");
    }

    @Test
    void wherever_power_or_disk_fails_the_file_is_the_old_or_the_new_one() throws IOException {
        int step = 0;
        boolean failed;
        do {
            step++;
            for (ForgetfulFileSystem.Loss loss : ForgetfulFileSystem.Loss.values()) {
                ForgetfulFileSystem files = withOldFile();
                files.losePowerAt(step);
                write(files);
                assertThat(Files.readString(files.crash(loss).getPath("/disk/archive.zip")))
                        .as("%s, losing %s", files.failedStep(), loss)
                        .isIn("old", "new");
            }
            ForgetfulFileSystem files = withOldFile();
            files.failAt(step);
            boolean written = write(files);
            String moment = files.failedStep();
            failed = moment != null;
            files.failAt(0);
            assertThat(Files.readString(files.getPath("/disk/archive.zip")))
                    .as(moment)
                    .isEqualTo(written ? "new" : "old");
            try (Stream<Path> all = Files.list(files.getPath("/disk"))) {
                assertThat(all).as(moment).hasSize(1);
            }
        } while (failed);
        assertThat(step).isGreaterThan(4);
    }

    private static ForgetfulFileSystem withOldFile() throws IOException {
        ForgetfulFileSystem files = ForgetfulFileSystem.create();
        Files.writeString(files.getPath("/disk/archive.zip"), "old");
        Durability.fsyncFile(files.getPath("/disk/archive.zip"));
        Durability.fsyncDirectory(files.getPath("/disk"));
        return files;
    }

    private static boolean write(ForgetfulFileSystem files) {
        try (TargetFile file = TargetFile.at(files.getPath("/disk/archive.zip"))) {
            file.receive(bytes("new"));
            file.complete();
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
