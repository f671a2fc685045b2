package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.StorageException;
import dev.wharf.testkit.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("secrets.key");
    }

    @Test
    void a_key_is_made_when_it_is_needed_and_found_ever_after() throws IOException {
        SealingKeyFile keys = new SealingKeyFile(file);
        assertThat(keys.find("anything")).isEmpty();
        assertThat(file).doesNotExist();

        String id = keys.current().id();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new SealingKeyFile(file).current().base64())
                .isEqualTo(keys.current().base64());
        assertThat(new SealingKeyFile(file).find(id)).isPresent();
        assertThat(new SealingKeyFile(file).find("another")).isEmpty();
        assertThat(names()).containsExactly("secrets.key");
    }

    @Test
    void all_who_make_a_key_at_once_get_the_same() throws IOException {
        List<String> ids =
                Crowd.of(32, member -> new SealingKeyFile(file).current().id());

        assertThat(ids)
                .hasSize(32)
                .containsOnly(new SealingKeyFile(file).current().id());
        assertThat(names()).containsExactly("secrets.key");
    }

    @Test
    void two_processes_that_make_a_key_at_once_get_the_same() throws Exception {
        try (StoreProcess one = StoreProcess.start(directory);
                StoreProcess two = StoreProcess.start(directory)) {
            for (int round = 0; round < 50; round++) {
                String order = "key " + directory.resolve("key-" + round);
                one.order(order);
                two.order(order);

                assertThat(one.answer()).as("round %d", round).hasSize(16).isEqualTo(two.answer());
            }
        }
    }

    @Test
    void what_a_killed_process_left_is_no_key() throws IOException {
        Files.writeString(directory.resolve(".wharf-1.part"), "half a k");

        assertThat(new SealingKeyFile(file).current().bytes()).hasSize(32);
    }

    @Test
    void a_damaged_key_is_reported_and_never_replaced() throws IOException {
        Files.writeString(file, "damaged");

        assertThatThrownBy(() -> new SealingKeyFile(file).current())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("secrets.key");
        assertThatThrownBy(() -> new SealingKeyFile(file).find("any")).isInstanceOf(StorageException.class);
        assertThat(file).hasContent("damaged");
    }

    @Test
    void a_directory_that_is_not_there_is_reported() {
        SealingKeyFile keys = new SealingKeyFile(directory.resolve("never/was/secrets.key"));

        assertThatThrownBy(keys::current).isInstanceOf(StorageException.class);
        assertThat(keys.find("any")).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
