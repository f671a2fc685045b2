package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NextCommandTest {
    @Test
    void a_command_repeats_the_options_that_chose_the_target() {
        assertThat(new NextCommand(List.of()).line("status", "quiet_river")).isEqualTo("wharf status quiet_river");
        assertThat(new NextCommand(List.of("--profile", "prod")).line("status", "quiet_river"))
                .isEqualTo("wharf status quiet_river --profile prod");
        assertThat(new NextCommand(List.of("--local")).line("packages", "list"))
                .isEqualTo("wharf packages list --local");
        assertThat(new NextCommand(List.of("--api-url", "https://wharf.example:8080")).line("doctor"))
                .isEqualTo("wharf doctor --api-url https://wharf.example:8080");
    }

    @Test
    void a_command_that_reads_files_only_has_no_target() {
        assertThat(new NextCommand(List.of("--local")).onFiles("package", "a b", "--list"))
                .isEqualTo("wharf package 'a b' --list");
    }

    @Test
    void what_a_shell_would_take_apart_is_quoted() {
        NextCommand command = new NextCommand(List.of("--local=/srv/our registry"));

        assertThat(command.line("package", "my project", "--list"))
                .isEqualTo("wharf package 'my project' --list --local='/srv/our registry'");
        assertThat(command.line("package", "ann's", "--list"))
                .isEqualTo("wharf package 'ann'\\''s' --list --local='/srv/our registry'");
        assertThat(new NextCommand(List.of("--profile", "$HOME")).line("status"))
                .isEqualTo("wharf status --profile '$HOME'");
        assertThat(new NextCommand(List.of()).line("get", "")).isEqualTo("wharf get ''");
    }

    @Test
    void a_hint_of_a_failure_names_the_target_too() {
        Hints hints = new Hints(new NextCommand(List.of("--local=/srv/our registry")));

        assertThat(hints.of(FailureKind.STORAGE, new IllegalStateException()))
                .isEqualTo("Check directories and permissions: wharf doctor --local='/srv/our registry'");
    }
}
