package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deploy leaves for the way back, and the way back. */
class RollbackTest {
    @TempDir
    Path directory;

    private Shell shell;
    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        shell = new Shell(directory);
        project = Files.createDirectory(directory.resolve("tides"));
        write("first");
    }

    @Test
    void every_deploy_is_in_the_history_and_a_rollback_restores_the_bytes() throws IOException {
        Outcome first = deploy();
        byte[] bytes = downloaded(first);
        deploy();
        write("second");
        Outcome second = deploy();
        assertThat(outcomes()).containsExactly("created", "unchanged", "updated");

        Outcome back = shell.local("rollback", "tides");

        assertThat(back.code()).isZero();
        assertThat(back.field("Outcome")).isEqualTo("rolled_back");
        assertThat(back.field("SHA-256")).isEqualTo(first.field("SHA-256"));
        assertThat(back.field("Package")).isEqualTo(second.field("Package"));
        assertThat(downloaded(first)).isEqualTo(bytes);
        assertThat(outcomes()).containsExactly("created", "unchanged", "updated", "rolled_back");
        assertThat(shell.local("rollback", first.field("Connection")).field("SHA-256"))
                .isEqualTo(second.field("SHA-256"));
    }

    @Test
    void a_rollback_goes_to_a_number_or_to_a_hash() throws IOException {
        String first = deploy().field("SHA-256");
        write("second");
        String second = deploy().field("SHA-256");
        write("third");
        deploy();

        assertThat(shell.local("rollback", "tides", "--to", "1").field("SHA-256"))
                .isEqualTo(first);
        assertThat(shell.local("rollback", "tides", "--to", second.substring(0, 7))
                        .field("SHA-256"))
                .isEqualTo(second);
        assertThat(shell.local("rollback", "tides", "--to", first).field("SHA-256"))
                .isEqualTo(first);
        assertThat(shell.local("rollback", "tides", "--to", "9").code()).isEqualTo(3);
        assertThat(shell.local("rollback", "tides", "--to", "no-hash").code()).isEqualTo(2);
        assertThat(shell.local("rollback", "nowhere").code()).isEqualTo(3);
    }

    @Test
    void a_rollback_without_a_past_says_so() {
        deploy();

        Outcome back = shell.local("rollback", "tides");

        assertThat(back.code()).isEqualTo(3);
        assertThat(back.err()).contains("no earlier archive");
    }

    @Test
    void what_is_kept_nowhere_is_built_again_if_it_has_the_same_hash() throws IOException {
        String first = deploy().field("SHA-256");
        write("second");
        deploy();
        lose(first);

        Outcome lost = shell.local("rollback", "tides");
        assertThat(lost.code()).isEqualTo(3);
        assertThat(lost.err()).contains("--from DIR");

        Outcome other = shell.local("rollback", "tides", "--from", project.toString());
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("not " + first);

        write("first");
        assertThat(shell.local("rollback", "tides", "--from", project.toString())
                        .field("SHA-256"))
                .isEqualTo(first);
    }

    @Test
    void a_dry_run_shows_the_calls_and_makes_none() throws IOException {
        Outcome create = deploy("--dry-run", "--detailed-exitcode", "-o", "json");
        assertThat(create.code()).isEqualTo(10);
        assertThat(create.out())
                .contains("\"dry_run\": true", "\"outcome\": \"created\"", "\"path\": \"/v1/connector-sdk/packages\"");
        assertThat(shell.local("packages", "list").out()).isEmpty();

        Outcome first = deploy("--paused");
        assertThat(deploy("--dry-run", "--detailed-exitcode").code()).isZero();
        write("second");
        Outcome update = deploy("--dry-run", "--no-paused");

        assertThat(update.code()).isZero();
        assertThat(update.out())
                .contains("PATCH", "/v1/connector-sdk/packages/" + first.field("Package"))
                .contains("change it, with paused false");
        assertThat(outcomes()).containsExactly("created");
        assertThat(shell.local("packages", "get", first.field("Package")).field("SHA-256"))
                .isEqualTo(first.field("SHA-256"));
    }

    @Test
    void values_come_from_the_environment_and_are_told_nowhere() throws IOException {
        shell.environment.put("TIDES_TOKEN", "hunter2-value");
        Path configuration = Files.writeString(
                directory.resolve("prod.json"), "{\"token\": \"${TIDES_TOKEN}\", \"template\": \"$${NAME}\"}");
        shell.environment.put("FIVETRAN_CONFIGURATION", configuration.toString());

        Outcome outcome = deploy("-v");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()
                        + outcome.err()
                        + shell.local("history", "tides", "-o", "json").out())
                .doesNotContain("hunter2-value");
        try (Stream<Path> files = Files.walk(shell.registry())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("hunter2-value");
            }
        }
        shell.environment.remove("TIDES_TOKEN");
        Outcome unset = deploy();
        assertThat(unset.code()).isEqualTo(2);
        assertThat(unset.err()).contains("'token'", "TIDES_TOKEN", "not set");
    }

    @Test
    void a_configuration_key_that_would_disappear_is_asked_about() throws IOException {
        Path configuration = Files.writeString(directory.resolve("prod.json"), "{\"token\": \"1\", \"user\": \"2\"}");
        deploy("--configuration", configuration.toString());
        Files.writeString(configuration, "{\"token\": \"3\", \"host\": \"4\"}");

        Outcome refused = deploy("--configuration", configuration.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("New configuration keys: host", "Removed configuration keys: user", "Continue?");

        Outcome agreed = deploy("--configuration", configuration.toString(), "--yes");
        assertThat(agreed.code()).isZero();
        assertThat(shell.local("connections", "get", agreed.field("Connection")).field("Configured"))
                .isEqualTo("token, host");
    }

    @Test
    void a_rollback_names_the_keys_and_the_python_that_the_code_had() throws IOException {
        Path before = Files.writeString(directory.resolve("before.json"), "{\"api_key\": \"s3cr3t\"}");
        Path after = Files.writeString(directory.resolve("after.json"), "{\"token\": \"s3cr3t\"}");
        deploy("--configuration", before.toString(), "--python-version", "3.11");
        write("second");
        deploy("--configuration", after.toString(), "--python-version", "3.13", "--yes");

        Outcome plan = shell.local("rollback", "tides", "--dry-run");
        Outcome back = shell.local("rollback", "tides");

        assertThat(plan.err()).isEqualTo(back.err());
        assertThat(back.code()).isZero();
        assertThat(back.err())
                .contains("api_key", "Python 3.11. The connection now has Python 3.13.")
                .doesNotContain("s3cr3t");
        assertThat(shell.local("history", "tides", "-o", "json").out())
                .contains("\"configuration_keys\": [", "\"api_key\"", "\"python_version\": \"3.11\"");
        assertThat(shell.local("rollback", "tides", "--to", "2").err()).doesNotContain("token");
    }

    private void write(String version) throws IOException {
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)  # " + version + "\n");
    }

    private byte[] downloaded(Outcome deployed) {
        return shell.local("packages", "download", deployed.field("Package"), "-O", "-")
                .bytes();
    }

    private List<String> outcomes() {
        return shell.local("history", "tides").lines().stream()
                .skip(1)
                .map(line -> line.split(" +")[3])
                .toList();
    }

    /** Wherever it is kept: with what was deployed from here, and in the registry. */
    private void lose(String sha256) throws IOException {
        try (Stream<Path> files = Files.walk(shell.registry())) {
            List<Path> kept = files.filter(
                            file -> file.toString().replace("/", "").contains(sha256))
                    .filter(Files::isRegularFile)
                    .toList();
            assertThat(kept).hasSize(2);
            for (Path file : kept) {
                Files.delete(file);
            }
        }
    }

    private Outcome deploy(String... more) {
        return shell.local(Stream.concat(
                        Stream.of("deploy", project.toString(), "--destination", "warehouse", "--connection", "tides"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
