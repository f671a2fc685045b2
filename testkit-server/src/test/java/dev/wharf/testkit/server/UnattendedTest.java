package dev.wharf.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM of its own: what is printed there, what is left, and what around it decides. */
class UnattendedTest {
    /** From 24 on, Java itself prints a warning where a program without it loads SQLite. */
    private static final String NATIVE_ACCESS =
            Runtime.version().feature() < 24 ? "-Xshare:auto" : "--enable-native-access=ALL-UNNAMED";

    @TempDir
    Path directory;

    @Test
    void nothing_around_it_is_read_nothing_is_printed_and_nothing_is_left() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Path output = directory.resolve("output");
        // As in the tests of a Micronaut application, whose own settings come first on the class path.
        Path application = Files.createDirectory(directory.resolve("application"));
        Files.writeString(
                application.resolve("application.yml"),
                """
                micronaut:
                  application:
                    name: pipeline
                  server:
                    max-request-size: 10
                wharf:
                  account-name: another
                """);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                NATIVE_ACCESS,
                "-Djava.io.tmpdir=" + temporary,
                "-Dwharf.account-name=another",
                "-Dmicronaut.config.files=" + application.resolve("application.yml"),
                "-cp",
                application + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                Unattended.class.getName());
        // Of these Java says that it read them.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment()
                .putAll(Map.of(
                        "WHARF_ACCOUNT_NAME", "another",
                        "WHARF_UPSTREAM_URL", "http://localhost:1",
                        "WHARF_MAX_ARCHIVE_BYTES", "10",
                        "MICRONAUT_CONFIG_FILES",
                                application.resolve("application.yml").toString()));

        int code = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertThat(output).hasContent("");
        assertThat(code).isZero();
        assertThat(temporary).isEmptyDirectory();
    }
}
