package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.jdbc.JdbcCatalog;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program's own command line, as an operator uses it. */
class CommandLineTest extends ServerCommandLine {
    private static final Pattern ISSUED = Pattern.compile("key: +(\\S+)\\s+secret: +(\\S+)");

    @Test
    void a_key_is_made_listed_used_and_revoked_while_a_server_runs() {
        Path data = directory.resolve("data");
        try (RunningServer server = new RunningServer(data)) {
            assertThat(run("keys", "create", "--user", "ann", "--role", "member", "--data", data.toString()))
                    .isZero();
            Matcher issued = issued();
            Calls ann = server.as(new Credentials(issued.group(1), issued.group(2)));
            assertThat(ann.upload(Zips.connector("# x")).text("created_by")).isEqualTo("ann");

            assertThat(run("keys", "list", "--data", data.toString())).isZero();
            assertThat(out.toString())
                    .contains(issued.group(1))
                    .contains("ann")
                    .contains("member")
                    .doesNotContain(issued.group(2));

            assertThat(run("keys", "revoke", issued.group(1), "--data", data.toString()))
                    .isZero();
            assertThat(ann.get(Calls.PACKAGES).status()).isEqualTo(401);
        }
    }

    @Test
    void making_and_revoking_a_key_is_recorded() {
        Path data = directory.resolve("data");
        run("keys", "create", "--user", "ann", "--role", "admin", "--data", data.toString());
        Matcher issued = issued();
        run("keys", "revoke", issued.group(1), "--data", data.toString());

        try (JdbcCatalog catalog = JdbcCatalog.sqlite(data.resolve("catalog.db"))) {
            assertThat(catalog.audit().list(0, 10))
                    .extracting(
                            entry -> entry.item().action() + " " + entry.item().subject())
                    .containsExactly("KEY_CREATED " + issued.group(1), "KEY_REVOKED " + issued.group(1));
        }
    }

    @Test
    void revoking_a_key_that_is_not_there_says_so() {
        assertThat(run("keys", "revoke", "nobody", "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no such API key").doesNotContain("Exception");
    }

    @Test
    void an_unknown_role_and_a_missing_action_are_usage_errors() {
        assertThat(run("keys", "create", "--user", "a", "--role", "king")).isEqualTo(2);
        assertThat(run("keys")).isEqualTo(2);
        assertThat(err.toString()).contains("create, list or revoke");
    }

    @Test
    void a_check_starts_everything_and_ends() {
        Path data = directory.resolve("data");
        assertThat(run("--check", "--port", "0", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("listens on http://127.0.0.1:").contains("shown only once");
        assertThat(Files.exists(data.resolve("catalog.db"))).isTrue();
    }

    @Test
    void a_taken_port_and_an_impossible_directory_are_explained() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(run("--port", String.valueOf(taken.getLocalPort()), "--data", directory.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("--port").doesNotContain("Exception");
        }
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(run("--check", "--port", "0", "--data", file.resolve("below").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--data").doesNotContain("Exception");
    }

    @Test
    void a_config_file_of_another_kind_is_a_usage_error() throws Exception {
        Path file = Files.writeString(directory.resolve("wharf.conf"), "wharf.binding = shared\n");

        assertThat(run("--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(".yml or .yaml", "wharf.conf").doesNotContain("Exception");
    }

    @Test
    void a_config_file_that_cannot_be_read_is_a_usage_error() {
        assertThat(run("--config", directory.resolve("none.yml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binding: BOTH",
                "max-archive-bytes: 10 MiB",
                "max-archive-bytes: 0",
                "concurrent-uploads: many",
                "concurrent-uploads: 0",
                "uploads-per-user: few",
                "connections-per-address: many",
                "connections-per-address: -1",
                "uploads-per-user: 0",
                "upload-time: 0s",
                "upload-patience: soon",
                "upload-patience: 0s",
                "upload-min-speed: fast",
                "upload-min-speed: -1",
                "head-time: 0s",
                "head-time: long",
                "answer-patience: 0s",
                "answer-patience: long",
                "archive-grace: 7 days",
                "archive-grace: -1h",
                "sweep-interval: often",
                "sweep-interval: 0s",
                "setup-tests: maybe",
                "setup-tests: off",
                "setup-test-outcomes.my_weather: never",
                "sync-time: -1s",
                "sync-time: soon",
                "sync-outcome: maybe",
                "sync-outcomes.my_weather: never",
                "rate-limit: 0",
                "rate-limit-window: soon",
                "setup-test-limit: none",
                "setup-test-window: 0s",
                "secrets.key: c2hvcnQ=",
                "secrets.old-keys: c2hvcnQ=,c2hvcnQ=",
                "upstream.url: not an address",
                "upstream.attempts: 0",
                "upstream.timeout: soon",
                "upstream.max-wait: -1s",
                "upstream.max-wait: long",
                "upstream.lease: 0s",
                "upstream.circuit-open: 0s",
                "upstream.fresh: -1s",
                "upstream.fresh-lists: -1s",
                "upstream.patience: -1s",
                "upstream.kept: forever",
                "upstream.cache-bytes: 10 GiB",
                "upstream.checks: maybe"
            })
    void a_setting_that_cannot_be_is_told_instead_of_passed_over(String setting) throws IOException {
        Path config = Files.writeString(directory.resolve("wharf.yml"), "wharf:\n  " + setting + "\n");
        try {
            assertThat(run("--check", "--port", "0", "--data", directory.toString(), "--config", config.toString()))
                    .isEqualTo(1);
        } finally {
            System.clearProperty("micronaut.config.files");
        }
        assertThat(err.toString())
                .contains("wharf." + setting.substring(0, setting.indexOf(':')))
                .doesNotContain("Exception");
    }

    private Matcher issued() {
        Matcher matcher = ISSUED.matcher(out.toString());
        assertThat(matcher.find()).isTrue();
        return matcher;
    }

    @Test
    void an_impossible_port_address_or_file_is_explained() throws Exception {
        assertThat(run("--port", "99999", "--data", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--port");
        assertThat(run("--check", "--port", "0", "--host", "no-such-host.invalid", "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--host").doesNotContain("Exception");
        Path yaml = Files.writeString(directory.resolve("wrong.yml"), "a: [");
        try {
            assertThat(run("--check", "--port", "0", "--config", yaml.toString(), "--data", directory.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("--config").doesNotContain("Exception");
        } finally {
            System.clearProperty("micronaut.config.files");
        }
    }
}
