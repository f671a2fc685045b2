package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.port.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WharfTest {
    @TempDir
    Path directory;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package",
                "deploy",
                "doctor",
                "completion",
                "packages list",
                "packages create",
                "packages get",
                "packages update",
                "packages delete",
                "packages download",
                "cache path",
                "cache list",
                "cache verify",
                "cache prune",
                "connections list",
                "connections get",
                "connections create",
                "connections update",
                "connections delete",
                "destinations list",
                "destinations create",
                "destinations delete"
            })
    void every_command_has_help_with_an_example(String command) {
        Outcome outcome = shell.run((command + " --help").split(" "));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Usage: wharf " + command)
                .containsPattern("Examples?:\n.*wharf " + command)
                .contains("wharf --help")
                .doesNotContain("--non-interactive");
    }

    @Test
    void the_programs_help_names_every_command_and_the_options_of_all() {
        assertThat(shell.run("--help").out())
                .contains("package ", "deploy ", "packages ", "connections ", "destinations ", "doctor ", "completion ")
                .contains("--api-url=URL", "--local[=DIR]", "--non-interactive", "--output=table|json");
    }

    @Test
    void the_version_is_told_in_both_forms() {
        String java = System.getProperty("java.version");

        assertThat(shell.run("--version").out()).startsWith("wharf ").endsWith("(Java " + java + ")\n");
        assertThat(shell.run("-o", "json", "--version").out()).contains("\"java\": \"" + java + "\"");
    }

    @Test
    void no_command_or_half_a_command_shows_what_there_is_as_a_mistake() {
        assertThat(shell.run().code()).isEqualTo(2);
        assertThat(shell.run().err()).contains("Commands:");
        assertThat(shell.run("packages").err()).contains("list", "create", "download");
        assertThat(shell.run("packages").out()).isEmpty();
    }

    @Test
    void a_mistyped_command_or_option_is_answered_with_the_nearest() {
        Outcome command = shell.run("pakcages", "list");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err())
                .contains("'pakcages'")
                .contains("Hint: Did you mean")
                .contains("packages");

        Outcome option = shell.run("package", "--expain");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).contains("--expain").contains("--explain");
    }

    @Test
    void options_of_all_commands_stand_before_or_after_the_command() {
        assertThat(shell.run("-o", "json", "packages", "list", "--local=" + directory.resolve("a"))
                        .out())
                .isEqualTo(shell.run("--local=" + directory.resolve("a"), "packages", "list", "-o", "json")
                        .out());
    }

    @Test
    void a_local_without_equals_takes_no_word_for_its_directory() {
        assertThat(shell.run("--local", "packages", "list").code()).isZero();
        assertThat(shell.run("--local=", "packages", "list").code()).isEqualTo(2);
    }

    @Test
    void a_failure_in_json_is_one_document_beside_an_empty_result() {
        Outcome outcome = shell.local("packages", "get", "no_such", "-o", "json");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("{\n  \"error\": {\n    \"kind\": \"not_found\",\n    \"message\": \"")
                .contains("\"hint\": ")
                .endsWith("}\n");
    }

    @Test
    void a_mistake_in_the_use_is_json_too_when_json_was_asked_for() {
        assertThat(shell.run("packages", "get", "-o", "json").err()).contains("\"kind\": \"usage\"");
        assertThat(shell.run("packages", "--output=json", "bogus").err()).startsWith("{");
    }

    @Test
    void an_id_of_any_characters_is_looked_for_and_shown_without_its_control_characters() {
        Outcome outcome = shell.local("packages", "get", "a\u001b[31mb");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).doesNotContain("\u001b").contains("a\\u001b[31mb");
        assertThat(shell.local("packages", "get", "..").err()).contains("is not a package id");
    }

    @Test
    void colours_come_at_a_terminal_and_go_when_not_wanted() {
        String red = "\u001b[31m";
        assertThat(shell.local("packages", "get", "no_such").err()).doesNotContain(red);
        assertThat(shell.local("packages", "get", "no_such", "--color", "always")
                        .err())
                .contains(red);
        shell.atTerminal("");
        assertThat(shell.local("packages", "get", "no_such").err()).contains(red);
        assertThat(shell.local("packages", "get", "no_such", "--color=never").err())
                .doesNotContain(red);
        shell.environment.put("NO_COLOR", "1");
        assertThat(shell.local("packages", "get", "no_such").err()).doesNotContain(red);
    }

    @Test
    void quiet_leaves_results_and_failures() {
        assertThat(shell.local("packages", "list", "-q").err()).isEmpty();
        assertThat(shell.local("packages", "get", "no_such", "-q").err()).startsWith("Error: ");
    }

    @Test
    void verbose_tells_where_a_failure_comes_from() {
        assertThat(shell.local("packages", "get", "no_such").err()).doesNotContain("NotFoundException");
        assertThat(shell.local("packages", "get", "no_such", "-v").err())
                .contains("dev.wharf.failure.NotFoundException");
    }

    @Test
    void a_result_that_cannot_be_written_is_a_failure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var surroundings = new Surroundings(
                Map.of(),
                directory,
                "ada",
                InputStream.nullInputStream(),
                new PrintStream(full, false, StandardCharsets.UTF_8),
                err,
                Terminal.NONE,
                Pace.system());

        assertThat(new Wharf(surroundings, new Interruption()).run("--version")).isEqualTo(1);
    }

    @Test
    void bash_accepts_the_completion_and_completes_commands() throws Exception {
        Path script = Files.writeString(
                directory.resolve("wharf.bash"), shell.run("completion", "bash").out());

        assertThat(bash("source " + script + "; COMP_WORDS=(wharf pack); COMP_CWORD=1; _complete_wharf 2>/dev/null;"
                        + " echo \"${COMPREPLY[@]}\""))
                .isEqualTo("package packages");
        assertThat(shell.run("completion", "zsh").out()).contains("bashcompinit");
    }

    @Test
    void fish_is_told_of_commands_and_options() {
        assertThat(shell.run("completion", "fish").out())
                .contains("complete -c wharf -n '__fish_use_subcommand' -f -a deploy -d ")
                .contains("complete -c wharf -n '__fish_seen_subcommand_from package' -l explain -d ")
                .contains("complete -c wharf -l api-url -r -d ");
        assertThat(shell.run("completion", "tcsh").code()).isEqualTo(2);
    }

    @Test
    void the_doctor_finds_the_embedded_registry_well_and_makes_nothing() {
        Outcome outcome = shell.local("doctor");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines().get(0)).isEqualTo("CHECK    STATUS  DETAIL");
        assertThat(outcome.out()).contains("java     ok").contains("is created when first needed");
        assertThat(shell.registry()).doesNotExist();
    }

    @Test
    void the_doctor_warns_of_a_directory_open_to_others() throws Exception {
        Files.createDirectory(shell.registry());
        Files.setPosixFilePermissions(shell.registry(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(shell.local("doctor").out()).contains("warning").contains("chmod 700");
    }

    private static String bash(String command) throws Exception {
        Process process = new ProcessBuilder(List.of("bash", "-c", command))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
