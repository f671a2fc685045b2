package dev.wharf.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.endtoend.CommandLine.Result;
import dev.wharf.testkit.CompanyProxy;
import dev.wharf.testkit.TestCertificates;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in a company's network: a proxy with a user and a password leads out, and the company's own authority vouches for the registry. */
class BehindCompanyProxyTest {
    private static final String REPOSITORY = System.getProperty("wharf.repository");
    private static final String HOST = "registry.example";
    private static final String PASSWORD = "s@fe";

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static ServerProcess registry;
    private static CompanyProxy proxy;
    private static Path authority;

    private CommandLine commandLine;
    private Map<String, String> environment;

    @BeforeAll
    static void start() throws Exception {
        TestCertificates certificates = new TestCertificates(shared);
        authority = Files.writeString(
                shared.resolve("company.pem"),
                "# our authority\r\n" + certificates.pem().replace("\n", "\r\n"));
        registry = ServerProcess.start(
                shared.resolve("registry"),
                Map.of(
                        "MICRONAUT_SERVER_SSL_ENABLED", "true",
                        "MICRONAUT_SERVER_SSL_PORT", "-1",
                        "MICRONAUT_SERVER_SSL_KEY_STORE_PATH", "file:" + certificates.of(HOST, -5, 5),
                        "MICRONAUT_SERVER_SSL_KEY_STORE_TYPE", "PKCS12",
                        "MICRONAUT_SERVER_SSL_KEY_STORE_PASSWORD", TestCertificates.PASSWORD));
        proxy = new CompanyProxy(Map.of(HOST, URI.create(registry.url()).getPort()), "ada:" + PASSWORD);
    }

    @AfterAll
    static void stop() throws Exception {
        proxy.close();
        registry.close();
    }

    @BeforeEach
    void know_the_network() {
        commandLine = new CommandLine(directory);
        environment = commandLine.environment();
        environment.put("HTTPS_PROXY", "http://ada:s%40fe@" + proxy.address());
        environment.put("SSL_CERT_FILE", authority.toString());
        environment.put("WHARF_API_URL", "https://" + HOST);
    }

    @Test
    void a_connector_is_deployed_and_downloaded_and_the_doctor_names_the_proxy() throws Exception {
        Result made = wharf("destinations", "create", "warehouse");
        made.well();
        Result created = wharf(
                "-v",
                "deploy",
                REPOSITORY + "/examples/weather",
                "--destination",
                "warehouse",
                "--connection",
                "weather");
        created.well();
        Path download = directory.resolve("code.zip");
        Result downloaded = wharf("packages", "download", created.packageId(), "-O", download.toString());
        downloaded.well();

        Result doctor = wharf("doctor");
        doctor.well();
        assertThat(doctor.output())
                .contains("http://" + proxy.address() + ", with user and password (from HTTPS_PROXY)")
                .contains("1 authority besides Java's own, of " + authority + " (from SSL_CERT_FILE)");
        assertThat(proxy.asked()).isNotEmpty().allMatch(line -> line.equals("CONNECT " + HOST + ":443 HTTP/1.1"));
        assertThat(made + "" + created + downloaded + doctor).doesNotContain(PASSWORD, "s%40fe");
    }

    @Test
    void a_gateway_reaches_its_account_through_the_proxy() throws Exception {
        environment.put("WHARF_UPSTREAM_URL", "https://" + HOST);
        environment.put("WHARF_UPSTREAM_KEY", ServerProcess.KEY);
        environment.put("WHARF_UPSTREAM_SECRET", ServerProcess.SECRET);
        try (ServerProcess gateway = ServerProcess.start(directory.resolve("gateway"), environment)) {
            environment.put("WHARF_API_URL", gateway.url());
            Result listed = wharf("destinations", "create", "by-gateway");
            listed.well();
        }
        environment.put("WHARF_API_URL", "https://" + HOST);
        assertThat(wharf("destinations", "list").output()).contains("by-gateway");
    }

    @Test
    void a_gateways_own_settings_come_before_the_environment() throws Exception {
        environment.put("WHARF_UPSTREAM_URL", "https://" + HOST);
        environment.put("WHARF_UPSTREAM_KEY", ServerProcess.KEY);
        environment.put("WHARF_UPSTREAM_SECRET", ServerProcess.SECRET);
        environment.put("WHARF_UPSTREAM_PROXY", environment.put("HTTPS_PROXY", "http://nowhere.invalid:3128"));
        environment.put("WHARF_UPSTREAM_CA_FILE", environment.put("SSL_CERT_FILE", "/no/such.pem"));
        try (ServerProcess gateway = ServerProcess.start(directory.resolve("gateway"), environment)) {
            environment.put("WHARF_API_URL", gateway.url());
            Result listed = commandLine.runHere("destinations", "list");
            listed.well();
        }
    }

    @Test
    void without_the_password_the_proxy_is_what_fails() throws Exception {
        environment.put("HTTPS_PROXY", "http://ada:wr0ng@" + proxy.address());

        Result refused = commandLine.runHere("-v", "destinations", "list");

        assertThat(refused.exitCode()).isEqualTo(7);
        assertThat(refused.errors())
                .contains("The proxy http://" + proxy.address() + " refuses the user and the password")
                .doesNotContain("wr0ng");
        assertThat(commandLine.runHere("doctor", "-o", "json").output())
                .contains("refuses the user and the password")
                .doesNotContain("wr0ng");
    }

    @Test
    void without_the_authority_it_is_said_who_issued_the_certificate() throws Exception {
        environment.remove("SSL_CERT_FILE");

        assertThat(commandLine.runHere("doctor").output())
                .contains("issued by CN=authority")
                .contains("SSL_CERT_FILE");
        assertThat(commandLine
                        .runHere("--ca-file", authority.toString(), "destinations", "list")
                        .exitCode())
                .isZero();
    }

    @Test
    void what_is_said_to_need_no_proxy_is_reached_without() throws Exception {
        environment.put("NO_PROXY", "example");

        Result lost = commandLine.runHere("destinations", "list");

        assertThat(lost.exitCode()).isEqualTo(7);
        assertThat(lost.errors()).contains("The registry at " + HOST + " cannot be reached");
        assertThat(commandLine.runHere("doctor").output()).contains("none for this host (from NO_PROXY)");
    }

    private Result wharf(String... arguments) throws Exception {
        return commandLine.run(arguments);
    }
}
