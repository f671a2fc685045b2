package dev.wharf.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TemporaryDirectoryTest {
    @Test
    void what_is_still_written_is_no_failure_and_is_gone_at_the_end() throws IOException, InterruptedException {
        TemporaryDirectory directory = new TemporaryDirectory();
        Path data = Files.createDirectory(directory.resolve("data"));
        AtomicBoolean going = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            for (int i = 0; going.get(); i++) {
                write(data.resolve("file" + i % 50));
            }
        });
        writer.start();

        for (int i = 0; i < 100; i++) {
            directory.delete("data");
        }
        going.set(false);
        writer.join();
        directory.close();

        assertThat(directory.resolve("data").getParent()).doesNotExist();
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "written");
            Files.deleteIfExists(file);
        } catch (IOException deletedMeanwhile) {
            // What the test is about.
        }
    }
}
