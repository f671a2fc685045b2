package dev.wharf.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileArchiveTest {
    private static final byte[] BYTES = "an archive".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void it_is_read_where_it_lies() throws IOException {
        FileArchive archive = FileArchive.read(Files.write(folder.resolve("a.zip"), BYTES), BYTES.length);

        assertThat(archive.sha256()).isEqualTo(Sha256.of(BYTES));
        assertThat(archive.length()).isEqualTo(BYTES.length);
        try (InputStream in = archive.open()) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void once_the_file_changes_it_can_no_longer_be_opened() throws IOException {
        Path file = Files.write(folder.resolve("a.zip"), BYTES);
        FileArchive archive = FileArchive.read(file, 1000);

        Files.writeString(file, "another archive");

        assertThatThrownBy(archive::openChannel).isInstanceOf(IOException.class).hasMessageContaining("changed");
    }

    @Test
    void a_file_that_is_too_large_a_directory_and_nothing_are_told_apart() throws IOException {
        Path file = Files.write(folder.resolve("a.zip"), BYTES);

        assertThatThrownBy(() -> FileArchive.read(file, BYTES.length - 1)).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> FileArchive.read(folder, 1000))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("not a file");
        assertThatThrownBy(() -> FileArchive.read(folder.resolve("none"), 1000))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no such");
    }
}
