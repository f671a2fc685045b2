package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers what the test says, and remembers with which credentials it was asked. */
class RemoteAccountTest {
    private static final String JOINED = base64("the_key:the_secret");
    private static final String EMPTY_LIST = "{\"code\":\"Success\",\"data\":{\"items\":[]}}";

    @TempDir
    Path directory;

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> cacheControls = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private HttpServer server;
    private Shell shell;
    private int status = 200;
    private String body = EMPTY_LIST;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        shell = new Shell(directory);
        shell.environment.put(
                "WHARF_API_URL", "http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void every_form_of_credentials_in_the_environment_is_understood() {
        assertSignsIn("FIVETRAN_API_KEY", JOINED);
        assertSignsIn("FIVETRAN_API_KEY", "the_key", "FIVETRAN_API_SECRET", "the_secret");
        assertSignsIn("FIVETRAN_APIKEY", "the_key", "FIVETRAN_APISECRET", "the_secret");
        assertSignsIn("WHARF_API_KEY", "the_key", "WHARF_API_SECRET", "the_secret");
        assertSignsIn("WHARF_API_KEY", JOINED, "FIVETRAN_API_KEY", base64("other:one"));
    }

    @Test
    void a_key_on_the_command_line_works_with_a_warning() {
        Outcome outcome = shell.run("packages", "list", "--api-key", JOINED);

        assertThat(outcome.code()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);
        assertThat(outcome.err()).contains("Warning: --api-key").doesNotContain(JOINED);
    }

    @Test
    void a_gateway_is_asked_for_news_and_what_it_remembers_instead_is_said_to_be_old() {
        shell.environment.put("WHARF_API_KEY", JOINED);
        headers.put("Warning", "111 wharf \"Revalidation Failed\"");
        headers.put("Age", "10800");

        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isZero();
        assertThat(cacheControls).containsExactly("max-age=0");
        assertThat(outcome.err()).contains("Warning: ").contains("3 hours old");
    }

    @Test
    void without_credentials_nothing_is_sent() {
        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains("FIVETRAN_API_KEY");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void a_key_without_its_secret_is_explained_without_showing_it() {
        shell.environment.put("FIVETRAN_API_KEY", "lonely_key");

        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("FIVETRAN_API_KEY").doesNotContain("lonely_key");
    }

    @Test
    void a_profile_gives_address_and_credentials_and_the_environment_overrides_it() throws Exception {
        String address = shell.environment.remove("WHARF_API_URL");
        profiles(
                "[profiles.work]\napi_url = \"" + address + "\"\napi_key = \"the_key\"\napi_secret = \"the_secret\"\n");

        assertThat(shell.run("packages", "list", "--profile", "work").code()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);

        shell.environment.put("WHARF_PROFILE", "work");
        shell.environment.put("FIVETRAN_API_KEY", base64("from:environment"));
        assertThat(shell.run("packages", "list").code()).isZero();
        assertThat(authorizations).endsWith("Basic " + base64("from:environment"));
    }

    @Test
    void a_profile_others_may_read_is_refused() throws Exception {
        Path file = profiles("[profiles.work]\napi_key = \"the_key\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Outcome outcome = shell.run("packages", "list", "--profile", "work");

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains(file.toString()).contains("chmod 600");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void a_profile_that_cannot_be_understood_is_explained_without_quoting_it() throws Exception {
        profiles("[profiles.work]\napi_key = hunter2\n");
        assertThat(shell.run("packages", "list", "--profile", "work").err())
                .contains("is not TOML")
                .doesNotContain("hunter2");

        profiles("[profiles.work]\npassword = \"hunter2\"\n");
        assertThat(shell.run("packages", "list", "--profile", "work").err())
                .contains("'password'")
                .doesNotContain("hunter2");

        assertThat(shell.run("packages", "list", "--profile", "play").err()).contains("it has work");
    }

    @Test
    void a_profile_is_read_in_the_encoding_that_a_shell_of_windows_writes() throws Exception {
        Path file = profiles("");
        String toml = "\ufeff[profiles.work]\r\napi_key = \"the_key\"\r\napi_secret = \"the_secret\"\r\n";
        Files.write(file, toml.getBytes(StandardCharsets.UTF_16LE));

        assertThat(shell.run("packages", "list", "--profile", "work").code()).isZero();
        assertThat(authorizations).endsWith("Basic " + base64("the_key:the_secret"));

        Files.write(file, "[profiles.work]\napi_key = \"größe\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(shell.run("packages", "list", "--profile", "work").err())
                .contains(file + ":2 is neither UTF-8 nor UTF-16")
                .doesNotContain("gr");
    }

    @Test
    void a_refusal_has_the_status_and_the_code_of_the_answer() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        status = 401;
        body = "{\"code\":\"AuthFailed\",\"message\":\"Wrong \\u001b[31mkey\"}";

        Outcome json = shell.run("packages", "list", "-o", "json");
        assertThat(json.code()).isEqualTo(6);
        assertThat(json.err()).contains("\"status\": 401", "\"code\": \"AuthFailed\"");

        Outcome table = shell.run("packages", "list");
        assertThat(table.err()).contains("Wrong \\u001b[31mkey").doesNotContain("\u001b");
        assertThat(table.err() + json.err()).doesNotContain(JOINED, "the_secret");
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        server.stop(0);

        assertThat(shell.run("packages", "list").code()).isEqualTo(7);
        Outcome doctor = shell.run("doctor");
        assertThat(doctor.code()).isEqualTo(7);
        assertThat(doctor.out()).contains("failed").contains("cannot be reached");
    }

    @Test
    void a_server_that_stays_away_is_asked_again_and_then_unavailable() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        status = 503;
        body = "<html>Service unavailable</html>";

        Outcome quiet = shell.run("packages", "list");
        assertThat(quiet.code()).isEqualTo(7);
        assertThat(authorizations).hasSize(5);
        assertThat(quiet.err()).doesNotContain("Attempt").contains("503");

        Outcome verbose = shell.run("packages", "list", "-v");
        assertThat(verbose.code()).isEqualTo(7);
        assertThat(verbose.err()).contains("Attempt 1 to list packages failed", "Gave up to list packages");
    }

    @Test
    void a_storm_of_refusals_ends_as_rate_limited() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        status = 429;
        body = "{\"code\":\"TooManyRequests\",\"message\":\"Slow down\"}";

        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.err()).contains("Slow down");
    }

    @Test
    void the_doctor_says_which_credentials_are_used_and_whose_they_are() {
        shell.environment.put("FIVETRAN_API_KEY", "the_key");
        shell.environment.put("FIVETRAN_API_SECRET", "the_secret");
        body = "{\"code\":\"Success\",\"data\":{\"account_id\":\"a1\",\"account_name\":\"Tides\",\"user_id\":\"ada\"}}";

        Outcome outcome = shell.run("doctor");

        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out())
                .contains("from FIVETRAN_API_KEY and FIVETRAN_API_SECRET")
                .contains("Tides, as user ada")
                .contains("agrees with the server's")
                .doesNotContain("the_key", "the_secret");
    }

    @Test
    void an_address_that_is_none_and_a_time_that_is_none_are_mistakes_in_the_use() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);

        assertThat(shell.run("packages", "list", "--api-url", "ftp://x").code()).isEqualTo(2);
        assertThat(shell.run("packages", "list", "--api-url", "not a url").code())
                .isEqualTo(2);
        assertThat(shell.run("packages", "list", "--timeout", "soon").code()).isEqualTo(2);
        assertThat(shell.run("packages", "list", "--timeout", "2m").code()).isZero();
        assertThat(shell.run("packages", "list", "--local", "--api-url", "http://x")
                        .code())
                .isEqualTo(2);
    }

    private void assertSignsIn(String... variables) {
        String address = shell.environment.get("WHARF_API_URL");
        shell.environment.clear();
        shell.environment.put("WHARF_API_URL", address);
        for (int i = 0; i < variables.length; i += 2) {
            shell.environment.put(variables[i], variables[i + 1]);
        }
        authorizations.clear();
        Outcome outcome = shell.run("packages", "list");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);
    }

    private Path profiles(String text) throws IOException {
        Path file = directory.resolve(".config/wharf/config.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null) {
                authorizations.add(authorization);
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String cacheControl = exchange.getRequestHeaders().getFirst("Cache-Control");
            if (cacheControl != null) {
                cacheControls.add(cacheControl);
            }
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
