package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that a hint names works on what the command before it worked on. */
class TargetInHintsTest {
    @TempDir
    Path home;

    private Shell shell;
    private Path registry;

    @BeforeEach
    void open() {
        shell = new Shell(home);
        registry = home.resolve("our registry");
    }

    @Test
    void a_directory_with_a_space_is_repeated_in_quotes() {
        Outcome outcome = shell.run("packages", "get", "happy_harmony", "--local=" + registry);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err())
                .isEqualTo("Error: Package not found: happy_harmony.\n"
                        + "Hint: See what exists: wharf packages list --local='" + registry + "'\n");
    }

    @Test
    void a_profile_is_repeated() throws IOException {
        Path directory = Files.createDirectories(home.resolve(".config/wharf"));
        Path file = directory.resolve("config.toml");
        Files.writeString(file, "[profiles.work]\nlocal = \"" + registry + "\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        Outcome outcome = shell.run("connections", "get", "quiet_river", "--profile", "work");

        assertThat(outcome.err())
                .isEqualTo("Error: Connection not found: quiet_river.\n"
                        + "Hint: See what exists: wharf connections list --profile work\n");
    }

    @Test
    void a_new_connection_is_paused_where_it_was_made() {
        shell.local("destinations", "create", "warehouse");

        Outcome made = shell.local("connections", "create", "--destination", "warehouse", "--connection", "weather");

        assertThat(made.err())
                .isEqualTo("The new connection is not paused. It starts to sync by itself.\n"
                        + "Hint: To pause it: wharf connections update " + made.field("ID")
                        + " --paused --local=" + shell.registry() + "\n");
    }

    @Test
    void a_password_is_not_repeated() {
        Outcome outcome = shell.run(
                "packages",
                "list",
                "--api-url",
                "https://127.0.0.1:1",
                "--proxy",
                "http://ada:hunter2@127.0.0.1:1",
                "--api-key",
                "c2VjcmV0OnNlY3JldA==");

        assertThat(outcome.err().lines().filter(line -> line.startsWith("Hint: ")))
                .singleElement()
                .asString()
                .doesNotContain("hunter2", "c2VjcmV0");
    }

    @Test
    void what_an_address_may_hold_besides_its_host_is_shown_nowhere() {
        for (String address : List.of("https://ada:s3cret@127.0.0.1:1", "https://127.0.0.1:1/?token=s3cret")) {
            Outcome outcome = shell.run("packages", "list", "--api-url", address);

            assertThat(outcome.code()).isEqualTo(6);
            assertThat(outcome.err())
                    .contains("No credentials were found for https://127.0.0.1.", "wharf doctor")
                    .doesNotContain("s3cret");
        }
    }
}
