package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job or a person gets wrong about a connection's configuration and settings, before anything is sent. */
class ConfigurationTest {
    @TempDir
    Path directory;

    private Shell shell;
    private Path project;

    @BeforeEach
    void makeProject() throws Exception {
        shell = new Shell(directory);
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
    }

    @Test
    void a_secret_that_is_not_set_in_ci_replaces_nothing() throws Exception {
        Path file = Files.writeString(directory.resolve("prod.json"), "{\"token\": \"${TOKEN}\"}");
        shell.environment.put("TOKEN", "");

        Outcome outcome = deploy("--configuration", file.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'token' in " + file, "variable TOKEN, which is set, but empty");
        assertThat(shell.registry()).doesNotExist();
        assertThat(deploy("--configuration", file.toString(), "--allow-empty", "tokens")
                        .err())
                .contains("'token'");
        assertThat(deploy("--configuration", file.toString(), "--allow-empty", "token")
                        .code())
                .isZero();
        assertThat(deploy("--allow-empty", "token").err()).contains("not a key of the configuration");
    }

    @Test
    void by_hand_an_empty_value_is_refused_too() throws Exception {
        String connection = deploy().field("Connection");
        Path file = Files.writeString(directory.resolve("prod.json"), "{\"token\": \" \"}");

        Outcome outcome = shell.local("connections", "update", connection, "--configuration", file.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'token' in " + file + " is blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--configuration=",
                "--python-version=",
                "--hybrid-deployment-agent-id=",
                "--networking-method=",
                "--proxy-id=",
                "--private-link-id=",
                "--destination=",
                "--connection=",
                "--daily-sync-time=",
                "--configuration-form="
            })
    void an_option_that_is_empty_is_refused(String option) {
        Outcome outcome = shell.local(Stream.concat(
                        Stream.of("deploy", project.toString(), "--destination=warehouse", "--connection=tides")
                                .filter(word -> !word.startsWith(option)),
                        Stream.of(option))
                .toArray(String[]::new));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(option.substring(0, option.length() - 1).replace("proxy-id", "proxy-agent-id"));
        assertThat(shell.registry()).doesNotExist();
    }

    @Test
    void an_empty_directory_name_is_not_this_directory() {
        Outcome outcome = shell.local("deploy", "", "--destination", "warehouse", "--connection", "tides");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("DIR").contains("it is empty");
    }

    @Test
    void empty_variables_count_as_not_set() {
        for (String name : new String[] {"FIVETRAN_CONFIGURATION", "FIVETRAN_PYTHON_VERSION", "FIVETRAN_HD_AGENT_ID"}) {
            shell.environment.put(name, "");
        }

        assertThat(deploy().code()).isZero();
    }

    @Test
    void the_home_is_found_in_the_option_and_in_the_variable() throws Exception {
        Files.writeString(directory.resolve("prod.json"), "{\"token\": \"x\"}");
        String connection = deploy("--configuration=~/prod.json").field("Connection");
        assertThat(shell.local("connections", "get", connection).field("Configured"))
                .isEqualTo("token");

        shell.environment.put("FIVETRAN_CONFIGURATION", "~/prod.json");

        assertThat(deploy().code()).isZero();
    }

    @Test
    void a_configuration_that_lies_in_the_project_is_named() throws Exception {
        Files.writeString(project.resolve("made-for-this-test.json"), "{\"token\": \"x\"}");

        Outcome outcome = deploy("--configuration", "made-for-this-test.json");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--configuration " + project.resolve("made-for-this-test.json"));
    }

    @Test
    void whether_a_new_connection_runs_at_once_is_said() {
        shell.environment.put("WHARF_COMMIT", "0123456789abcdef0123456789abcdef01234567");
        assertThat(deploy("--dry-run").err()).contains("would not be paused");

        Outcome made = deploy();

        assertThat(made.err())
                .contains("not paused", "wharf connections update " + made.field("Connection") + " --paused");
        assertThat(deploy().err()).isEmpty();
        assertThat(shell.local(
                                "deploy",
                                project.toString(),
                                "--destination=warehouse",
                                "--connection=rests",
                                "--paused")
                        .err())
                .isEmpty();
        assertThat(shell.local("connections", "create", "--destination=warehouse", "--connection=by_hand")
                        .err())
                .contains("not paused");
    }

    private Outcome deploy(String... more) {
        return shell.local(Stream.concat(
                        Stream.of("deploy", project.toString(), "--destination", "warehouse", "--connection", "tides"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
