package dev.wharf.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.network.Authorities;
import dev.wharf.http.network.Network;
import dev.wharf.http.network.Proxies;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.CompanyProxy;
import dev.wharf.testkit.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real proxy between real sockets. The hosts behind it have names that only it knows. */
class ProxiedAccountTest {
    private static final String PLAIN = "plain.example";
    private static final String SECURE = "secure.example";
    private static final String ACCOUNT =
            "{\"code\":\"Success\",\"data\":{\"account_id\":\"a\",\"account_name\":\"Tides\"}}";

    @TempDir
    static Path directory;

    private static WireMockServer service;
    private static Authorities company;
    private static Path ofSecure;
    private CompanyProxy proxy;

    @BeforeAll
    static void start() throws Exception {
        TestCertificates certificates = new TestCertificates(directory);
        company = Authorities.of(
                Files.writeString(directory.resolve("company.pem"), certificates.pem())
                        .toString(),
                "--ca-file");
        ofSecure = certificates.of(SECURE, -5, 5);
        service = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(ofSecure.toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCertificates.PASSWORD)
                .keyManagerPassword(TestCertificates.PASSWORD));
        service.start();
    }

    @AfterAll
    static void stop() {
        service.stop();
    }

    @BeforeEach
    void open() {
        service.resetAll();
        service.stubFor(any(anyUrl()).willReturn(okJson(ACCOUNT)));
        proxy = new CompanyProxy(Map.of(PLAIN, service.port(), SECURE, service.httpsPort()), "ada:p@ss");
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    @Test
    void an_http_address_is_asked_for_whole_and_the_proxys_password_is_for_the_proxy_only() {
        try (HttpAccount account = connect("http://" + PLAIN, "ada:p%40ss@" + proxy.address())) {
            assertThat(account.info().accountName()).isEqualTo("Tides");
            assertThat(account.info().accountName()).isEqualTo("Tides");
        }
        assertThat(proxy.asked()).hasSize(2).containsOnly("GET http://" + PLAIN + "/v1/account/info HTTP/1.1");
        assertThat(service.getAllServeEvents()).allSatisfy(event -> {
            assertThat(event.getRequest().getHeader("Host")).isEqualTo(PLAIN);
            assertThat(event.getRequest().getHeader("Authorization")).startsWith("Basic ");
            assertThat(event.getRequest().containsHeader("Proxy-Authorization")).isFalse();
        });
    }

    @Test
    void an_https_address_is_reached_through_a_tunnel_and_trusted_by_the_companys_authority() {
        try (HttpAccount account = connect("https://" + SECURE, "ada:p%40ss@" + proxy.address())) {
            assertThat(account.info().accountName()).isEqualTo("Tides");
        }
        assertThat(proxy.asked()).containsExactly("CONNECT " + SECURE + ":443 HTTP/1.1");
        assertThat(service.getAllServeEvents()).singleElement().satisfies(event -> assertThat(
                        event.getRequest().containsHeader("Proxy-Authorization"))
                .isFalse());
    }

    @Test
    void an_archive_is_sent_by_both_ways() {
        for (String url : new String[] {"http://" + PLAIN, "https://" + SECURE}) {
            service.resetRequests();
            try (HttpAccount account = connect(url, "ada:p%40ss@" + proxy.address())) {
                assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(new byte[300_000])))
                        .isInstanceOf(WharfException.class);
            }
            assertThat(service.getAllServeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getRequest().getBody()).hasSizeGreaterThan(300_000));
        }
    }

    @Test
    void a_missing_and_a_wrong_password_are_told_apart_for_both_kinds_of_addresses() {
        for (String url : new String[] {"http://" + PLAIN, "https://" + SECURE}) {
            assertFails(url, proxy.address(), "wants a user and a password (HTTP 407)");
            assertFails(url, "ada:hunter2@" + proxy.address(), "does not take the user and the password");
        }
        assertThat(service.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_host_that_the_proxy_does_not_lead_to_is_named_with_the_proxy() {
        assertFails(
                "https://other.example", "ada:p%40ss@" + proxy.address(), "does not lead to other.example (HTTP 403)");
    }

    @Test
    void a_proxy_that_is_not_there_is_what_cannot_be_reached() throws IOException {
        int nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }
        for (String url : new String[] {"http://" + PLAIN, "https://" + SECURE}) {
            assertFails(
                    url,
                    "ada:hunter2@localhost:" + nobody,
                    "The proxy http://localhost:" + nobody + " cannot be reached");
            assertFails(url, "ada:hunter2@proxy.invalid:1", "The proxy http://proxy.invalid:1 cannot be reached");
        }
    }

    @Test
    void a_page_of_the_front_is_told_with_host_proxy_and_status() {
        service.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403).withBody("<h1>Blocked\u001b[31m</h1>")));

        assertThatThrownBy(() -> {
                    try (HttpAccount account = connect("http://" + PLAIN, "ada:p%40ss@" + proxy.address())) {
                        account.info();
                    }
                })
                .hasMessageContainingAll(PLAIN, "http://" + proxy.address(), "HTTP 403", "Blocked")
                .hasMessageNotContaining("\u001b");
    }

    @Test
    void a_certificate_of_the_proxy_that_is_not_trusted_is_told_as_the_proxys() throws Exception {
        TestCertificates others = new TestCertificates(Files.createDirectories(directory.resolve("others")));
        Path store = others.of("localhost", -5, 5);
        for (String url : new String[] {"http://" + PLAIN, "https://" + SECURE}) {
            try (ScriptedProxy secret = new ScriptedProxy(tls(store))) {
                assertThatThrownBy(() -> {
                            try (HttpAccount account = through(url, "https://" + secret.address(), Authorities.NONE)) {
                                account.info();
                            }
                        })
                        .as(url)
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("The proxy https://" + secret.address() + " cannot be used.")
                        .hasMessageContaining("issued by CN=")
                        .hasMessageNotContaining(SECURE);
            }
        }
    }

    @Test
    void a_certificate_that_names_another_host_than_the_proxy_is_not_taken_even_if_it_is_vouched_for()
            throws Exception {
        for (String url : new String[] {"http://" + PLAIN, "https://" + SECURE}) {
            try (ScriptedProxy other = new ScriptedProxy(tls(ofSecure))) {
                assertThatThrownBy(() -> {
                            try (HttpAccount account = through(url, "https://ada:hunter2@" + other.address())) {
                                account.info();
                            }
                        })
                        .as(url)
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("The proxy https://" + other.address() + " cannot be used.")
                        .hasMessageContaining("is that of another host");
                assertThat(other.heard()).isEmpty();
            }
        }
    }

    @Test
    void a_407_from_within_a_tunnel_is_not_the_proxys() {
        service.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(407)));

        assertThatThrownBy(() -> {
                    try (HttpAccount account = connect("https://" + SECURE, "ada:p%40ss@" + proxy.address())) {
                        account.info();
                    }
                })
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(
                        SECURE + ", reached through the proxy http://" + proxy.address() + ", answered as a proxy")
                .hasMessageNotContaining("does not take");
    }

    private static ServerSocketFactory tls(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, TestCertificates.PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, TestCertificates.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private void assertFails(String url, String way, String why) {
        assertThatThrownBy(() -> {
                    try (HttpAccount account = connect(url, way)) {
                        account.info();
                    }
                })
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("http://" + way.substring(way.indexOf('@') + 1))
                .hasMessageNotContaining("hunter2");
    }

    private static HttpAccount connect(String url, String way) {
        return through(url, "http://" + way);
    }

    private static HttpAccount through(String url, String proxy) {
        return through(url, proxy, company);
    }

    private static HttpAccount through(String url, String proxy, Authorities trusted) {
        return HttpAccount.connect(HttpAccountSettings.of(URI.create(url), new Credentials("key", "secret"))
                .withReadTimeout(Duration.ofSeconds(20))
                .withNetwork(new Network(Proxies.of(proxy, "--proxy", Map.of()), trusted)));
    }
}
