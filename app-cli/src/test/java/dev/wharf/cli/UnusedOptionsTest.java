package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No option is passed over in silence: one that means nothing beside the others is refused, or said. */
class UnusedOptionsTest {
    @TempDir
    Path directory;

    private Shell shell;
    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        shell = new Shell(directory);
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
    }

    @Test
    void a_bound_for_waiting_wants_waiting() {
        deploy();

        Outcome sync = shell.local("sync", "tides", "--wait-for", "10m");
        Outcome deploy = deploy("--sync", "--wait-for", "10m");

        assertRefused(sync, "--wait-for", "Add --wait");
        assertRefused(deploy, "--wait-for", "Add --wait");
        assertThat(shell.local("status", "tides", "-o", "json").out()).contains("\"succeeded_at\": null");
    }

    @Test
    void an_exit_code_of_a_plan_wants_a_plan() {
        assertRefused(deploy("--detailed-exitcode"), "--detailed-exitcode", "Add --dry-run");
        assertThat(shell.local("connections", "list").err()).contains("There are no connections.");
        assertRefused(shell.local("rollback", "tides", "--detailed-exitcode"), "--detailed-exitcode", "Add --dry-run");
    }

    @Test
    void a_plan_says_that_a_sync_would_follow() {
        assertThat(deploy("--dry-run", "--sync").err()).contains("would start a sync");
        assertThat(deploy("--dry-run").err()).doesNotContain("would start a sync");
    }

    @Test
    void a_plan_names_every_setting_that_would_be_sent() {
        Outcome plan = deploy(
                "--dry-run",
                "--sync-frequency",
                "1440",
                "--daily-sync-time",
                "03:00",
                "--proxy-agent-id",
                "agent",
                "--proxy-host-config-key",
                "hosts");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains("sync_frequency 1440", "daily_sync_time 03:00", "proxy_agent_id agent")
                .contains("proxy_host_config_key hosts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--allow-secret=a.pem",
                "--execute-bits=git",
                "--configuration-form=form.pb",
                "--form-from=false",
                "--max-entries=7"
            })
    void what_is_said_of_a_directory_is_refused_for_an_archive(String option) {
        Path archive = directory.resolve("out.zip");
        shell.local("package", project.toString(), "-O", archive.toString());
        String name = option.substring(0, option.indexOf('='));

        assertRefused(
                shell.local("packages", "create", archive.toString(), option), name, "directory", archive.toString());
        assertThat(shell.local("packages", "list").err()).contains("There are no packages.");
        deploy();
        assertRefused(shell.local("rollback", "tides", option), name, "--from DIR");
    }

    @Test
    void what_is_for_an_account_elsewhere_is_said_to_be_unused_in_a_directory() {
        Outcome some = shell.local(
                "packages", "list", "--proxy", "http://proxy.example:3128", "--no-cache", "--profile", "work");

        assertThat(some.code()).as(some.err()).isZero();
        assertThat(some.err()).contains("have no effect", "--proxy, --no-cache, --profile");
        assertThat(shell.local("packages", "list").err()).doesNotContain("have no effect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ojson", "-o=json", "-qojson", "-qo json", "-vyo=JSON", "--output=json", "--output json"})
    void a_mistake_is_told_in_json_however_that_was_asked_for(String format) {
        String[] words = ("packages list --nonsense " + format).split(" ");

        Outcome outcome = shell.run(words);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("{").contains("\"kind\": \"usage\"");
    }

    @Test
    void a_path_that_leads_nowhere_is_named() {
        String nowhere = directory.resolve("nowhere").toString();
        deploy();

        assertRefused(shell.local("packages", "create", nowhere), "no directory or archive: " + nowhere);
        assertRefused(
                shell.local("deploy", nowhere, "--destination", "d", "--connection", "c", "--form-from", "false"),
                nowhere);
        assertRefused(shell.local("rollback", "tides", "--to", "1", "--from", nowhere), nowhere);
    }

    @Test
    void credentials_that_a_server_shows_are_not_shown_again() throws IOException {
        try (FakeAccount account = new FakeAccount()) {
            account.signIn(shell.environment);
            shell.environment.putAll(Map.of("WHARF_API_KEY", "thekey", "WHARF_API_SECRET", "a/very?secret>text"));
            String joined = "dGhla2V5OmEvdmVyeT9zZWNyZXQ+dGV4dA==";
            for (String body : new String[] {
                "{\"code\":\"Bad\",\"message\":\"Basic " + joined + ", a\\/very?secret>text\"}",
                "<p>Authorization: Basic " + joined + " of a/very?secret>text</p>"
            }) {
                account.before = (call, fake) -> new FakeAccount.Answer(400, body);
                for (String command : new String[] {"packages list", "doctor", "sync tides -v"}) {
                    Outcome outcome = shell.run(command.split(" "));

                    assertThat(outcome.code()).as(command).isNotZero();
                    assertThat(outcome.out() + outcome.err())
                            .contains("******")
                            .doesNotContain(joined)
                            .doesNotContain("very?secret");
                }
            }
        }
    }

    private Outcome deploy(String... more) {
        String[] words = new String[more.length + 6];
        System.arraycopy(
                new String[] {"deploy", project.toString(), "--destination", "warehouse", "--connection", "tides"},
                0,
                words,
                0,
                6);
        System.arraycopy(more, 0, words, 6, more.length);
        return shell.local(words);
    }

    private static void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains(words);
    }
}
