package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deploy that the vendor's options file has a say in. */
class OptionsFileDeployTest {
    @TempDir
    Path directory;

    private Shell shell;
    private Path project;
    private Path file;

    @BeforeEach
    void makeProject() throws Exception {
        shell = new Shell(directory);
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        file = Files.writeString(
                directory.resolve("deploy.toml"),
                """
                [default]
                python_version = "3.12"

                ["harbour-tides"]
                destination = "warehouse"
                connection = "tides"
                python_version = "3.11"
                naming = "source"

                [proxied]
                destination = "warehouse"
                connection = "proxied"
                proxy_id = "agent_9"

                [colourful]
                destination = "warehouse"
                connection = "colourful"
                colour = "red"
                """);
    }

    @Test
    void a_profile_says_where_and_how() {
        Outcome outcome = deploy("--options-file", file.toString(), "--options-profile", "harbour-tides");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("Settings from profile 'harbour-tides' of " + file
                        + ": destination, connection, python_version, naming.");
        assertThat(told(outcome)).contains("\"schema\": \"tides\"", "\"python_version\": \"3.11\"", "SOURCE_NAMING");
        assertThat(shell.local("destinations", "list").out()).contains("warehouse");
        assertThat(deploy("--options-file", file.toString(), "--options-profile", "harbour-tides")
                        .field("Outcome"))
                .isEqualTo("unchanged");
    }

    @Test
    void options_go_before_variables_and_variables_before_the_file() {
        shell.environment.put("FIVETRAN_OPTIONS_FILE", "~/deploy.toml");
        shell.environment.put("FIVETRAN_PYTHON_VERSION", "3.13");
        shell.environment.put("FIVETRAN_CONNECTION_NAME", "of_the_variable");

        Outcome ofVariables = deploy("--options-profile", "harbour-tides");
        Outcome ofOptions = deploy(
                "--options-profile", "harbour-tides", "--python-version", "3.14", "--connection", "of_the_option");

        assertThat(told(ofVariables)).contains("\"schema\": \"of_the_variable\"", "\"python_version\": \"3.13\"");
        assertThat(told(ofOptions)).contains("\"schema\": \"of_the_option\"", "\"python_version\": \"3.14\"");
    }

    @Test
    void without_a_profile_the_default_one_is_meant() {
        Outcome outcome =
                deploy("--options-file", file.toString(), "--destination", "warehouse", "--connection", "tides");

        assertThat(told(outcome)).contains("\"python_version\": \"3.12\"");
    }

    @Test
    void a_proxy_agent_brings_its_method_and_the_usual_key_of_its_hosts() throws Exception {
        Path configuration = Files.writeString(directory.resolve("prod.json"), "{\"hosts\": [\"db1\"]}");
        String[] words = {
            "--options-file",
            file.toString(),
            "--options-profile",
            "proxied",
            "--configuration",
            configuration.toString()
        };

        Outcome outcome = deploy(words);
        Outcome direct = deploy(
                Stream.concat(Stream.of(words), Stream.of("--networking-method", "Directly", "--connection", "direct"))
                        .toArray(String[]::new));

        assertThat(outcome.err()).contains("configuration key 'hosts'");
        assertThat(told(outcome))
                .contains(
                        "\"networking_method\": \"ProxyAgent\"",
                        "\"proxy_agent_id\": \"agent_9\"",
                        "\"proxy_host_config_key\": \"hosts\"");
        assertThat(told(direct)).contains("\"networking_method\": \"Directly\"", "\"proxy_agent_id\": null");
    }

    @Test
    void a_key_that_nobody_knows_is_warned_of() {
        Outcome outcome = deploy("--options-file", file.toString(), "--options-profile", "colourful");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("Warning: 'colour' in profile 'colourful' of " + file + " is not used");
    }

    @Test
    void a_file_or_profile_that_is_not_there_ends_it_before_anything_is_sent() throws Exception {
        assertThat(deploy("--options-file", "nowhere.toml").err())
                .contains("no options file nowhere.toml (--options-file)");
        assertThat(deploy("--options-file", directory.toString()).code()).isEqualTo(2);
        assertThat(deploy("--options-file", file.toString(), "--options-profile", "HARBOUR-tides")
                        .err())
                .contains("no profile 'HARBOUR-tides'", "'harbour-tides'");
        assertThat(deploy("--options-profile", "harbour-tides").err()).contains("Add --options-file FILE");
        shell.environment.put("FIVETRAN_OPTIONS_FILE", "nowhere.toml");
        assertThat(deploy().err()).contains("(FIVETRAN_OPTIONS_FILE)");
        assertThat(shell.registry()).doesNotExist();
    }

    @Test
    void a_file_without_the_default_profile_is_said_to_be_unused() throws Exception {
        Files.writeString(file, "[\"harbour-tides\"]\npython_version = \"3.11\"\n");

        Outcome outcome =
                deploy("--options-file", file.toString(), "--destination", "warehouse", "--connection", "tides");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("The options file is not used", file + ". It has", "It has 'harbour-tides'");
        assertThat(told(outcome)).contains("\"python_version\": null");
    }

    @Test
    void a_file_that_lies_around_is_only_named() throws Exception {
        Path around = Files.createDirectories(directory.resolve(".fivetran/connector_sdk"))
                .resolve("options.toml");
        Files.writeString(around, "[default]\npython_version = \"3.12\"\n");

        Outcome outcome = deploy("--destination", "warehouse", "--connection", "tides");

        assertThat(outcome.err()).contains("not used: " + around + ". To use it, add --options-file " + around);
        assertThat(told(outcome)).contains("\"python_version\": null");
        assertThat(deploy("--options-profile", "x").err()).contains("Add --options-file " + around);
    }

    private String told(Outcome deployed) {
        assertThat(deployed.code()).as(deployed.err()).isZero();
        return shell.local("connections", "get", deployed.field("Connection"), "-o", "json")
                .out();
    }

    private Outcome deploy(String... more) {
        return shell.local(Stream.concat(Stream.of("deploy", project.toString()), Stream.of(more))
                .toArray(String[]::new));
    }
}
