package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String JOINED = base64("the_key:the_secret");

    @TempDir
    Path directory;

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String url;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> exchange.sendResponseHeaders(404, -1));
        server.createContext("/v1/account/info", exchange -> {
            try (exchange) {
                authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] body = "{\"code\":\"Success\",\"data\":{\"account_id\":\"a\",\"account_name\":\"Tides\"}}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        url = "http://localhost:" + server.getAddress().getPort();
        shell = new Shell(directory);
        shell.environment.put("WHARF_API_URL", url);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_bare_key_with_its_secret_is_named() {
        set("FIVETRAN_API_KEY", "the_key", "FIVETRAN_API_SECRET", "the_secret");

        assertThat(healthy())
                .contains("ok      from FIVETRAN_API_KEY and FIVETRAN_API_SECRET: a bare key and its secret");
    }

    @Test
    void base64_as_the_vendors_command_line_has_it_is_named() {
        set("FIVETRAN_API_KEY", JOINED);

        assertThat(healthy())
                .contains("ok      from FIVETRAN_API_KEY: base64 of key:secret, as the vendor's command line has it");
    }

    @Test
    void what_was_pasted_with_credentials_is_left_out_and_named() throws Exception {
        set("FIVETRAN_API_KEY", "\"Authorization: Basic " + JOINED + "\"\n");
        assertThat(healthy())
                .contains("from FIVETRAN_API_KEY: base64 of key:secret, as the vendor's command line has it; left out:"
                        + " white space around it, quotes around it, 'Authorization:' before it, 'Basic' before it");

        set("FIVETRAN_API_KEY", "the_key\n", "FIVETRAN_API_SECRET", "'the_secret'\r\n");
        profile("default", "api_key = \"the_key\"\napi_secret = \"the_secret\\n\"");
        assertThat(healthy())
                .contains("a bare key and its secret; left out: white space around it, quotes around it")
                .contains("also set, to the same: api_key of the profile default");
        assertThat(authorizations).containsOnly("Basic " + JOINED);
    }

    @Test
    void what_can_be_no_credentials_is_called_by_its_name_and_place_and_never_sent() {
        for (String[] odd : new String[][] {
            {"Bearer " + JOINED, "is a bearer token, which this API does not take"},
            {base64("onlyakey"), "is base64 of a text without a colon"},
            {"\"\"", "is empty but for quotes or white space"},
            {"the_key the_secret", "is several words or lines"}
        }) {
            set("FIVETRAN_API_KEY", odd[0]);

            Outcome outcome = shell.run("destinations", "list");

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("The API key in FIVETRAN_API_KEY " + odd[1], "FIVETRAN_API_SECRET")
                    .doesNotContain("the_key", "the_secret", JOINED);
        }
        set("FIVETRAN_API_KEY", "Bearer token", "FIVETRAN_API_SECRET", "the_secret");
        assertThat(shell.run("destinations", "list").err()).contains("is a bearer token");
        set("FIVETRAN_API_KEY", "the_key", "FIVETRAN_API_SECRET", "the_secret\nX-Evil: 1");
        assertThat(shell.run("destinations", "list").err())
                .contains("line break")
                .doesNotContain("Evil");
        assertThat(authorizations).isEmpty();
    }

    @Test
    void terraforms_names_are_named() {
        set("FIVETRAN_APIKEY", "the_key", "FIVETRAN_APISECRET", "the_secret");

        assertThat(healthy())
                .contains(
                        "ok      from FIVETRAN_APIKEY and FIVETRAN_APISECRET: a key and its secret, as Terraform has them");
    }

    @Test
    void our_own_names_are_named() {
        set("WHARF_API_KEY", "the_key", "WHARF_API_SECRET", "the_secret");

        assertThat(healthy()).contains("ok      from WHARF_API_KEY and WHARF_API_SECRET: Wharf's own names");
    }

    @Test
    void a_profile_is_named() throws Exception {
        profile("work", "api_key = \"the_key\"\napi_secret = \"the_secret\"");

        assertThat(healthy("--profile", "work"))
                .contains("ok      from api_key of the profile work and api_secret of the profile work");
    }

    @Test
    void the_option_is_named_and_wins_over_all() {
        set("FIVETRAN_API_KEY", base64("other:one"));

        assertThat(healthy("--api-key", JOINED))
                .contains("from --api-key: base64 of key:secret")
                .contains("warning  also set, to something else, and ignored: FIVETRAN_API_KEY. --api-key comes first");
    }

    @Test
    void forms_that_disagree_are_told_with_the_one_that_wins_and_those_that_agree_are_no_worry() throws Exception {
        set("FIVETRAN_API_KEY", JOINED, "FIVETRAN_APIKEY", "other_key", "FIVETRAN_APISECRET", "other_secret");
        profile("default", "api_key = \"the_key\"\napi_secret = \"the_secret\"");

        assertThat(healthy())
                .contains("ok       from FIVETRAN_API_KEY: base64")
                .contains("warning  also set, to something else, and ignored: FIVETRAN_APIKEY and FIVETRAN_APISECRET."
                        + " FIVETRAN_API_KEY comes first")
                .contains("ok       also set, to the same: api_key of the profile default")
                .doesNotContain("other_key", "other_secret");
    }

    @Test
    void halves_that_lie_about_are_told() {
        set("FIVETRAN_API_KEY", JOINED, "FIVETRAN_API_SECRET", "other_secret", "WHARF_API_SECRET", "lonely_secret");
        shell.environment.put("FIVETRAN_APIKEY", "lonely_key");

        assertThat(healthy())
                .contains("also set, to something else, and ignored: FIVETRAN_API_SECRET.")
                .contains("incomplete: WHARF_API_SECRET.")
                .contains("incomplete: FIVETRAN_APIKEY.")
                .doesNotContain("lonely", "other_secret");
    }

    @Test
    void a_key_whose_secret_is_missing_is_a_failure_that_names_the_secrets_variable() {
        set("FIVETRAN_APIKEY", "lonely_key", "FIVETRAN_API_SECRET", "the_secret");

        Outcome outcome = shell.run("doctor");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("The API key in FIVETRAN_APIKEY is a key without its secret: set FIVETRAN_APISECRET too")
                .doesNotContain("lonely_key", "the_secret");
    }

    @Test
    void the_address_comes_from_the_option_the_environment_or_the_profile_in_this_order() throws Exception {
        set("FIVETRAN_API_KEY", JOINED);
        profile("default", "api_url = \"" + url + "\"");
        String nowhere = "http://localhost:1";
        set("WHARF_API_URL", nowhere, "FIVETRAN_API_URL", nowhere);
        assertThat(healthy("--api-url", url)).contains(url + " answers (from --api-url)");

        set("WHARF_API_URL", url);
        assertThat(healthy()).contains(url + " answers (from WHARF_API_URL)");

        shell.environment.remove("WHARF_API_URL");
        set("FIVETRAN_API_URL", url);
        assertThat(healthy()).contains(url + " answers (from FIVETRAN_API_URL)");

        shell.environment.remove("FIVETRAN_API_URL");
        assertThat(healthy()).contains(url + " answers (from the profile default)");
    }

    @Test
    void an_address_as_terraform_has_it_with_the_apis_version_is_understood() {
        set("FIVETRAN_API_KEY", JOINED);
        shell.environment.remove("WHARF_API_URL");
        set("FIVETRAN_API_URL", url + "/v1");
        assertThat(healthy()).contains(url + " answers");

        set("FIVETRAN_API_URL", url + "/v1/");
        assertThat(healthy()).contains(url + " answers");
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        set("FIVETRAN_API_KEY", JOINED);

        assertThat(healthy()).contains("agrees with the server's");
        assertThat(shell.ahead(Duration.ofHours(1)).run("doctor").out())
                .containsPattern("warning +this machine is 3[56]\\d\\d seconds ahead of the server");
        assertThat(shell.ahead(Duration.ofHours(-1)).run("doctor").out())
                .containsPattern("warning +this machine is 3[56]\\d\\d seconds behind the server");
    }

    @Test
    void versions_and_directories_are_told() {
        set("FIVETRAN_API_KEY", JOINED);

        assertThat(healthy())
                .containsPattern("wharf +ok +wharf ")
                .containsPattern("java +ok +" + System.getProperty("java.version"))
                .containsPattern("data +ok +" + directory.resolve(".local/share/wharf"))
                .containsPattern("cache +ok +" + directory.resolve(".cache/wharf/archives"));
    }

    @Test
    void a_file_where_a_directory_must_be_made_is_told() throws Exception {
        set("FIVETRAN_API_KEY", JOINED);
        Path inTheWay = Files.writeString(directory.resolve(".cache"), "");

        assertThat(healthy()).containsPattern("cache +failed +" + inTheWay + " is not a directory: move it away");
    }

    /** What the doctor prints, all being well, with the same credentials whatever their form, which it does not print. */
    private String healthy(String... options) {
        authorizations.clear();
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Outcome outcome = shell.run(arguments);
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(authorizations).containsExactly("Basic " + JOINED);
        assertThat(outcome.out() + outcome.err()).doesNotContain("the_key", "the_secret", JOINED);
        return outcome.out();
    }

    private void set(String... variables) {
        for (int i = 0; i < variables.length; i += 2) {
            shell.environment.put(variables[i], variables[i + 1]);
        }
    }

    private void profile(String name, String text) throws IOException {
        Path file = directory.resolve(".config/wharf/config.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[profiles." + name + "]\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
