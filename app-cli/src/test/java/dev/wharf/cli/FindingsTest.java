package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {
    private static final String SECRET = "h0rse-battery!";

    @TempDir
    Path directory;

    private Path project;
    private Shell shell;

    @BeforeEach
    void makeProject() throws Exception {
        project = Files.createDirectory(directory.resolve("tides"));
        write("connector.py", "connector = Connector(update=update)\npassword = '" + SECRET + "'\n");
        write("requirements.txt", "pandas\n");
        shell = new Shell(directory);
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(project.resolve(name), text);
    }

    static Stream<List<String>> commandsThatBuild() {
        return Stream.of(
                List.of("package"),
                List.of("deploy", "--destination", "d", "--connection", "c"),
                List.of("packages", "create"),
                List.of("packages", "update", "happy_harmony"));
    }

    private Outcome run(List<String> command, String... more) {
        return shell.local(Stream.of(command.stream(), Stream.of(project.toString()), Stream.of(more))
                .flatMap(s -> s)
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("commandsThatBuild")
    void an_error_stops_every_command_that_builds_and_is_shown_as_a_line(List<String> command) {
        Outcome outcome = run(command);

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).doesNotContain(SECRET);
        assertThat(outcome.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("error: connector.py:2: It holds what looks like a secret")
                                .endsWith("--allow-secret connector.py"),
                        line -> assertThat(line).startsWith("warning: requirements.txt:1: pandas has no fixed version"),
                        line -> assertThat(line).startsWith("Error: ").contains("because of an error"),
                        line -> assertThat(line).startsWith("Hint: "));
        assertThat(project.resolve("files")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("commandsThatBuild")
    void with_json_the_error_document_carries_the_findings(List<String> command) {
        Outcome outcome = run(command, "-o", "json");

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("{\n  \"error\": {\n    \"kind\": \"invalid_project\",")
                .contains(
                        "\"findings\": [\n",
                        "\"severity\": \"error\",\n        \"rule\": \"secret\",\n        \"path\": \"connector.py\","
                                + "\n        \"line\": 2,\n        \"message\": \"It holds",
                        "\"rule\": \"unpinned-requirement\"")
                .doesNotContain(SECRET);
    }

    @Test
    void an_allowed_secret_is_packaged_with_a_warning() {
        Outcome outcome = run(List.of("package"), "--allow-secret", "connector.py", "--allow-secret", "gone");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("warning: "))
                .anyMatch(line -> line.contains("'gone'"))
                .anyMatch(line -> line.contains("'connector.py' is allowed"));
        assertThat(outcome.out()).contains("SHA-256");
    }

    @Test
    void with_json_the_result_carries_the_warnings() {
        Outcome outcome = run(List.of("package"), "--allow-secret", "connector.py", "-o", "json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("\"findings\": [", "\"severity\": \"warning\"", "\"rule\": \"unpinned-requirement\"");
    }

    @Test
    void deploy_warns_beside_its_json_result() {
        Outcome outcome = run(
                List.of("deploy", "--destination", "d", "--connection", "c"),
                "--allow-secret",
                "connector.py",
                "-o",
                "json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\"outcome\": \"created\"");
        assertThat(outcome.err()).contains("warning: requirements.txt:1: ");
    }

    @Test
    void quiet_leaves_out_warnings_but_no_errors() {
        assertThat(run(List.of("package"), "-q").err())
                .contains("error: connector.py:2")
                .doesNotContain("warning:");
    }

    @Test
    void a_terminal_sees_findings_in_colour() {
        assertThat(run(List.of("package"), "--color", "always").err())
                .contains("\033[31merror:\033[0m connector.py:2", "\033[33mwarning:\033[0m requirements.txt");
    }

    @Test
    void wharf_toml_allows_secrets_and_names_the_form() throws Exception {
        write("connector.py", "connector = Connector(update=update, configuration_form=form)\n");
        Files.createDirectory(project.resolve("forms"));
        write("forms/setup.pb", "form");
        assertThat(run(List.of("package")).err()).contains("--configuration-form FILE");

        write("wharf.toml", "[package]\nconfiguration-form = \"forms/setup.pb\"\nallow-secrets = [\"connector.py\"]\n");
        Outcome outcome = run(List.of("package"), "--list");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("A secret is allowed in 'connector.py'");
        assertThat(outcome.lines()).anyMatch(line -> line.endsWith("  4  configuration_form.pb"));
    }

    @Test
    void a_form_on_the_command_line_is_the_one_that_is_used() throws Exception {
        write("wharf.toml", "[package]\nconfiguration-form = \"gone.pb\"\nallow-secrets = [\"connector.py\"]\n");
        Path form = Files.writeString(directory.resolve("form.pb"), "longer form");

        Outcome outcome = run(List.of("package"), "--list", "--configuration-form", form.toString());

        assertThat(outcome.lines()).anyMatch(line -> line.endsWith(" 11  configuration_form.pb"));
        assertThat(run(List.of("package")).err()).contains("There is no configuration form", "gone.pb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[package]§allow-secret = []|'package.allow-secret'",
                "[packages]§a = 1|'packages'",
                "package = 1|'package'",
                "[package]§allow-secrets = \"a\"|'allow-secrets'",
                "[package]§allow-secrets = [1]|'allow-secrets'",
                "[package]§configuration-form = 1|'configuration-form'",
                "[package|is not TOML"
            })
    void a_wharf_toml_that_makes_no_sense_is_a_usage_error(String toml, String named) throws Exception {
        write("wharf.toml", toml.replace('§', '\n'));

        Outcome outcome = run(List.of("package"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(named, "wharf.toml");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, \ufeff", "UTF-16LE, \ufeff", "UTF-16LE, ''", "UTF-16BE, \ufeff"})
    void a_wharf_toml_is_read_in_every_encoding_that_editors_save(String charset, String mark) throws Exception {
        String toml = mark + "[package]\r\nallow-secrets = [\"connector.py\"] # größe\r\n";
        Files.write(project.resolve("wharf.toml"), toml.getBytes(Charset.forName(charset)));

        Outcome outcome = run(List.of("package"));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("warning: connector.py:2:");
    }

    @Test
    void a_wharf_toml_in_another_encoding_is_a_usage_error_with_its_line() throws Exception {
        Files.write(project.resolve("wharf.toml"), "[package]\n# größe\n".getBytes(StandardCharsets.ISO_8859_1));

        Outcome outcome = run(List.of("package"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("wharf.toml:2 is neither UTF-8 nor UTF-16.\nHint: Save the file as UTF-8");
    }

    @Test
    void a_wharf_toml_that_is_no_file_is_a_usage_error() throws Exception {
        Files.createDirectory(project.resolve("wharf.toml"));

        Outcome outcome = shell.run("package", project.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("wharf.toml is not a file");
    }

    @Test
    void an_allowance_that_cannot_be_read_is_named() {
        Outcome outcome = run(List.of("package"), "--allow-secret", "[z-a]");

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.err()).contains("'[z-a]'");
    }
}
