package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syncs of an account whose clock is years behind ours. */
class SyncTest {
    private static final String SYNC = "POST /v1/connections/con_1/sync";

    @TempDir
    Path directory;

    private FakeAccount account;
    private Shell shell;

    @BeforeEach
    void start() throws Exception {
        account = new FakeAccount();
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");
        tell("succeeded_at", "\"2020-01-01T00:00:00Z\"");
        tell("failed_at", "\"2020-01-02T00:00:00Z\"");
        shell = new Shell(directory);
        account.signIn(shell.environment);
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private void tell(String field, String value) {
        account.connections.get("con_1").more().put(field, value);
    }

    /** Once it was asked for, and then asked about so often, a field changes. */
    private void endsAfter(int questions, String field) {
        AtomicInteger asked = new AtomicInteger();
        account.before = (call, fake) -> {
            if (account.calls.contains(SYNC)
                    && call.equals("GET /v1/connections/con_1")
                    && asked.incrementAndGet() == questions) {
                tell(field, "\"2020-01-03T00:00:00Z\"");
            }
            return null;
        };
    }

    @Test
    void a_sync_is_begun_and_not_waited_for_unless_asked() {
        Outcome outcome = shell.run("sync", "tides");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.field("Sync")).isEqualTo("begun");
        assertThat(account.changes()).containsExactly(SYNC);
    }

    @Test
    void it_has_ended_when_the_account_tells_another_moment_than_before() {
        endsAfter(3, "succeeded_at");

        Outcome outcome = shell.run("sync", "con_1", "--wait");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.field("Sync")).isEqualTo("succeeded");
        assertThat(outcome.field("Succeeded")).isEqualTo("2020-01-03T00:00:00Z");
    }

    @Test
    void one_that_failed_ends_with_11_and_one_that_goes_on_with_12() {
        endsAfter(2, "failed_at");
        assertThat(shell.run("sync", "tides", "--wait").code()).isEqualTo(11);

        account.before = (call, fake) -> null;
        Outcome tooLong = shell.run("sync", "tides", "--wait", "--wait-for", "10m");
        assertThat(tooLong.code()).isEqualTo(12);
        assertThat(tooLong.field("Sync")).isEqualTo("not_yet");
        assertThat(account.calls).hasSizeLessThan(60);
    }

    @Test
    void a_deploy_waits_for_the_sync_after_it() throws Exception {
        Path project = Files.createDirectory(directory.resolve("project"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        endsAfter(2, "failed_at");

        Outcome outcome = shell.run("deploy", project.toString(), "--connection", "tides", "--sync", "--wait");

        assertThat(outcome.code()).isEqualTo(11);
        assertThat(outcome.field("Outcome")).isEqualTo("updated");
        assertThat(outcome.err())
                .contains("Sync: failed", "Destination: Warehouse (grp_good), the account's only one.");
        assertThat(shell.run("deploy", project.toString(), "--connection", "tides", "--wait")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void how_connections_fare_is_told() {
        tell("status", "{\"setup_state\":\"connected\",\"sync_state\":\"syncing\",\"update_state\":\"delayed\"}");

        assertThat(shell.run("status").out()).contains("con_1", "tides", "connected", "syncing", "delayed");
        assertThat(shell.run("status", "tides", "-o", "json").out()).contains("\"sync_state\": \"syncing\"");
        assertThat(shell.run("status", "nothing").code()).isEqualTo(3);
    }
}
