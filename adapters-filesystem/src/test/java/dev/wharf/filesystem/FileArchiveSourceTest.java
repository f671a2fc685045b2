package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileArchiveSourceTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_gives_its_size_and_its_bytes_as_often_as_asked() throws IOException {
        Path file = Files.writeString(folder.resolve("archive.zip"), "bytes");
        FileArchiveSource source = FileArchiveSource.of(file);

        assertThat(source.size()).hasValue(5);
        for (int i = 0; i < 2; i++) {
            try (InputStream in = source.open()) {
                assertThat(in.readAllBytes()).asString().isEqualTo("bytes");
            }
        }
    }

    @Test
    void a_file_that_changes_in_between_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("archive.zip"), "bytes");
        FileArchiveSource source = FileArchiveSource.of(file);
        FileTime before = Files.getLastModifiedTime(file);

        Files.writeString(file, "more bytes");
        Files.setLastModifiedTime(file, before);
        assertThatThrownBy(source::open).isInstanceOf(IOException.class);

        Files.writeString(file, "BYTES");
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 5000));
        assertThatThrownBy(source::open).isInstanceOf(IOException.class);

        Files.delete(file);
        assertThatThrownBy(source::open).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_no_file_is_refused() {
        assertThatThrownBy(() -> FileArchiveSource.of(folder.resolve("missing")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("There is no such archive file. Check its path.");
        assertThatThrownBy(() -> FileArchiveSource.of(folder)).isInstanceOf(InvalidRequestException.class);
    }
}
