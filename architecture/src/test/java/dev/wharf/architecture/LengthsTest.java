package dev.wharf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that passes the limit has a second subject: give that a class of its own. */
class LengthsTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));
    private static final int MOST_LINES = 250;

    @TempDir
    Path directory;

    @Test
    void no_java_source_is_longer_than_250_lines() throws IOException {
        assertThat(JavaSources.below(REPOSITORY).longerThan(MOST_LINES)).isEmpty();
    }

    @Test
    void all_modules_are_looked_at_tests_and_kits_too() throws IOException {
        assertThat(JavaSources.below(REPOSITORY).longerThan(0))
                .anyMatch(line -> line.startsWith("core/src/main/java/dev/wharf/model/Connection.java: "))
                .anyMatch(line -> line.startsWith("testkit/src/main/java/dev/wharf/testkit/RawZip.java: "))
                .anyMatch(line -> line.startsWith("app-server/src/test/java/dev/wharf/server/GatewayTest.java: "))
                .noneMatch(line -> line.contains("/target/"));
    }

    @Test
    void a_longer_one_is_named_with_its_length() throws IOException {
        write("some/Fits.java", MOST_LINES);
        write("some/Long.java", MOST_LINES + 1);
        write("some/Long.txt", MOST_LINES + 1);
        write("some/target/Made.java", MOST_LINES + 1);

        assertThat(JavaSources.below(directory).longerThan(MOST_LINES)).containsExactly("some/Long.java: 251 lines");
    }

    private void write(String name, int lines) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "//\n".repeat(lines));
    }
}
