package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void it_is_made_for_its_owner_alone_and_made_again_stays_as_it_is() throws IOException {
        Path root = directory.resolve("a/b");
        DataDirectory data = new DataDirectory(root).create();
        Files.writeString(data.catalog(), "kept");

        new DataDirectory(root).create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
        assertThat(data.catalog()).hasContent("kept");
        assertThat(data.archives()).isEqualTo(root.resolve("archives"));
    }

    @Test
    void where_it_cannot_be_made_the_failure_says_what_to_do_and_shows_no_path() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new DataDirectory(file.resolve("below")).create())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("--data")
                .hasMessageNotContaining(directory.toString());
    }
}
