package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account that asks for a pause in the middle of a deploy, in either form that there is. */
class AskedPauseTest {
    @TempDir
    Path directory;

    private FakeAccount account;
    private Shell shell;

    /** How a pause is asked for. */
    enum Form {
        SECONDS,
        DATE;

        String of(int seconds) {
            return this == SECONDS
                    ? String.valueOf(seconds)
                    : DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
        }
    }

    @BeforeEach
    void start() throws IOException {
        account = new FakeAccount();
        account.archive("before", "old".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "before");
        shell = new Shell(directory);
        account.signIn(shell.environment);
        Path project = Files.createDirectory(directory.resolve("project"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private Outcome deploy(String maxWait) {
        return shell.run(
                "deploy",
                directory.resolve("project").toString(),
                "--destination",
                "Warehouse",
                "--connection",
                "tides",
                "--way",
                "repoint",
                "--max-wait",
                maxWait);
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, POST /v1/connector-sdk/packages",
        "DATE, POST /v1/connector-sdk/packages",
        "SECONDS, PATCH /v1/connections/con_1",
        "DATE, PATCH /v1/connections/con_1"
    })
    void a_pause_within_the_cap_is_kept_and_said(Form form, String at) {
        AtomicBoolean asked = new AtomicBoolean();
        account.before = (call, fake) ->
                call.equals(at) && asked.compareAndSet(false, true) ? FakeAccount.tooMany(form.of(100)) : null;

        Outcome outcome = deploy("5m");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .containsPattern("failed\\. The next attempt follows in (98|99|100) s\\. .*Too many calls");
        assertThat(outcome.field("Outcome")).isEqualTo("repointed");
        assertThat(account.calls).filteredOn(at::equals).hasSize(2);
        assertThat(account.fileOf("con_1")).isEqualTo(outcome.field("SHA-256"));
        assertThat(account.packages).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, POST /v1/connector-sdk/packages",
        "DATE, POST /v1/connector-sdk/packages",
        "SECONDS, PATCH /v1/connections/con_1",
        "DATE, PATCH /v1/connections/con_1"
    })
    void one_beyond_it_ends_the_deploy_with_how_long_and_what_to_set_and_all_is_as_it_was(Form form, String at) {
        account.before = (call, fake) -> call.equals(at) ? FakeAccount.tooMany(form.of(200)) : null;

        Outcome outcome = deploy("90s");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(7);
        assertThat(outcome.err())
                .containsPattern("Error: .*Too many calls\\. Try again in (198|199|200) s, at ")
                .containsPattern(
                        "Hint: Wait, then try again\\. With --max-wait (198|199|200)s \\(or WHARF_MAX_WAIT\\)");
        assertThat(account.calls).filteredOn(at::equals).hasSize(1);
        assertThat(account.packages).containsOnlyKeys("before");
        assertThat(account.connections.get("con_1").packageId()).isEqualTo("before");
    }
}
