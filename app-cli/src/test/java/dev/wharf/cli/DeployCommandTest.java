package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {
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
    void the_first_deploy_creates_and_the_second_changes_nothing() throws Exception {
        Outcome first = deploy();
        assertThat(first.code()).isZero();
        assertThat(first.field("Outcome")).isEqualTo("created");
        assertThat(first.field("SHA-256")).matches("[0-9a-f]{64}");
        String stored = everyFileOf(shell.registry().resolve("archives"));

        Outcome second = deploy();

        assertThat(second.code()).isZero();
        assertThat(second.out()).isEqualTo(first.out().replace("created", "unchanged"));
        assertThat(everyFileOf(shell.registry().resolve("archives"))).isEqualTo(stored);
        assertThat(shell.local("packages", "list").lines()).hasSize(2);
    }

    @Test
    void a_project_that_is_written_for_another_python_is_warned_of() throws Exception {
        Files.writeString(
                project.resolve("pyproject.toml"), "[project]\nname = \"tides\"\nrequires-python = \">=3.13\"\n");

        assertThat(deploy("--python-version", "3.11").err())
                .contains("warning: pyproject.toml:3: It requires Python >=3.13, but the connection is to run under"
                        + " 3.11.");
        assertThat(deploy("--python-version", "3.13").err()).doesNotContain("warning");
    }

    @Test
    void changed_code_is_deployed_into_the_same_package() throws Exception {
        Outcome first = deploy();
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=other)\n");

        Outcome second = deploy();

        assertThat(second.field("Outcome")).isEqualTo("updated");
        assertThat(second.field("Package")).isEqualTo(first.field("Package"));
        assertThat(second.field("SHA-256")).isNotEqualTo(first.field("SHA-256"));
    }

    @Test
    void json_names_package_and_connection() {
        Outcome first = deploy();

        assertThat(deploy("-o", "json").out())
                .isEqualTo(
                        """
                        {
                          "outcome": "unchanged",
                          "package_id": "%1$s",
                          "connection_id": "%2$s",
                          "file_sha256_hash": "%3$s",
                          "previous_sha256_hash": "%3$s",
                          "setup_tests": []
                        }
                        """
                                .formatted(first.field("Package"), first.field("Connection"), first.field("SHA-256")));
    }

    @Test
    void settings_reach_the_connection_and_secrets_stay_secret() throws Exception {
        Path configuration = Files.writeString(
                directory.resolve("prod.json"), "{\"token\": \"hunter2-value\", \"host\": \"db.example\"}");

        Outcome outcome = deploy(
                "--configuration",
                configuration.toString(),
                "--python-version",
                "3.13",
                "--paused",
                "--sync-frequency",
                "360");

        Outcome connection = shell.local("connections", "get", outcome.field("Connection"));
        assertThat(connection.field("Python")).isEqualTo("3.13");
        assertThat(connection.field("Paused")).isEqualTo("yes");
        assertThat(connection.field("Syncs")).isEqualTo("every 360 minutes");
        assertThat(connection.field("Configured").split(", ")).containsExactlyInAnyOrder("token", "host");
        String json = shell.local("connections", "list", "-o", "json").out();
        assertThat(json).contains("\"key\": \"token\"", "\"value\": \"******\"");
        assertThat(outcome.out() + outcome.err() + connection.out() + json).doesNotContain("hunter2-value");
        assertThat(deploy("--no-paused").field("Outcome")).isEqualTo("updated");
        assertThat(shell.local("connections", "get", outcome.field("Connection"))
                        .field("Paused"))
                .isEqualTo("no");
    }

    @Test
    void a_stray_configuration_is_not_used_but_mentioned_once() throws Exception {
        Files.writeString(project.resolve("configuration.json"), "{\"token\": \"x\"}");

        Outcome outcome = deploy();

        assertThat(outcome.err()).contains("configuration.json was not used");
        assertThat(shell.local("connections", "get", outcome.field("Connection"))
                        .field("Configured"))
                .isEqualTo("-");
        assertThat(deploy().err()).isEmpty();
    }

    @Test
    void a_configuration_that_makes_no_sense_hinders_only_the_deploy_that_is_given_it() throws Exception {
        Path file = Files.writeString(project.resolve("configuration.json"), "{\n// none yet\n}");

        Outcome outcome = deploy();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("warning: configuration.json:2: It is not JSON: it holds a comment");
        assertThat(shell.run("package", project.toString()).code()).isZero();
        Outcome refused = deploy("--configuration", file.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Error: " + file + ":2: It is not JSON: it holds a comment");
    }

    @Test
    void a_configuration_is_refused_by_key_without_its_value() throws Exception {
        assertThat(refused("{\"token\": 1234567890}")).contains("'token'").doesNotContain("1234567890");
        assertThat(refused("{\"token\": hunter2}"))
                .contains(".json:1: ", "'token'")
                .doesNotContain("hunter2");
        assertThat(refused("{\"token\": \"hunter2\"")).contains("is not JSON").doesNotContain("hunter2");
        assertThat(refused("{\"a\": \"hunter2\", \"a\": \"b\"}"))
                .contains("'a'")
                .doesNotContain("hunter2");
        assertThat(refused("[]")).contains("JSON object");
        assertThat(refused("{} {}")).contains("something after the object", "Keep one object");
        assertThat(refused(IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> "\"k" + i + "\": \"v\"")
                        .collect(Collectors.joining(",", "{", "}"))))
                .contains("more than 100 keys");
        assertThat(shell.local("packages", "list").out()).isEmpty();
    }

    @Test
    void a_second_connection_on_a_bound_package_is_a_conflict_with_a_way_out() {
        Outcome first = deploy();

        Outcome second = shell.local(
                "connections",
                "create",
                "--destination",
                "warehouse",
                "--connection",
                "other",
                "--package",
                first.field("Package"));

        assertThat(second.code()).isEqualTo(4);
        assertThat(second.err())
                .contains("already used by connection " + first.field("Connection"))
                .contains("Hint: Upload the archive again and bind the new package: wharf deploy PATH --local=");
        assertThat(shell.local("connections", "list").lines()).hasSize(2);
    }

    @Test
    void names_under_which_nothing_can_be_made_are_refused_before_anything_is_made() {
        Outcome outcome =
                shell.local("deploy", project.toString(), "--destination", "warehouse", "--connection", "Not A Name");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'Not A Name'");
        assertThat(shell.local("packages", "list").out()).isEmpty();
        assertThat(shell.local("destinations", "list").out()).isEmpty();
    }

    @Test
    void connections_and_destinations_are_managed_by_hand_too() {
        String warehouse = shell.local("destinations", "create", "warehouse", "-o", "json")
                .out()
                .replaceAll("(?s).*\"id\": \"(\\w+)\".*", "$1");
        assertThat(shell.local("destinations", "list").out())
                .contains(warehouse)
                .contains("warehouse");
        String free = shell.local("packages", "create", project.toString()).field("ID");
        String connection = shell.local(
                        "connections", "create", "--destination", warehouse, "--name", "tides", "--package", free)
                .field("ID");
        String other = shell.local("packages", "create", project.toString()).field("ID");

        assertThat(shell.local("connections", "update", connection, "--package", other)
                        .field("Package"))
                .isEqualTo(other);
        assertThat(shell.local("connections", "update", connection).code()).isEqualTo(2);
        assertThat(shell.local("connections", "list", "--destination", "warehouse")
                        .out())
                .contains("tides");
        assertThat(shell.local("connections", "list", "--destination", "nowhere")
                        .code())
                .isEqualTo(3);
        assertThat(shell.local("destinations", "delete", warehouse, "--yes").code())
                .isEqualTo(4);
        assertThat(shell.local("connections", "delete", connection, "--yes").out())
                .isEqualTo("Deleted connection " + connection + "\n");
        assertThat(shell.local("destinations", "delete", warehouse, "--yes").code())
                .isZero();
    }

    private String refused(String json) throws Exception {
        Path file = Files.writeString(directory.resolve("bad.json"), json);
        Outcome outcome = deploy("--configuration", file.toString());
        assertThat(outcome.code()).isEqualTo(2);
        return outcome.err();
    }

    private Outcome deploy(String... more) {
        return shell.local(Stream.concat(
                        Stream.of("deploy", project.toString(), "--destination", "warehouse", "--connection", "tides"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static String everyFileOf(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().contains("blobs"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining("\n"));
        }
    }
}
