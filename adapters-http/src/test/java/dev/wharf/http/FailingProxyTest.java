package dev.wharf.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.UnavailableException;
import dev.wharf.http.network.Authorities;
import dev.wharf.testkit.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class FailingProxyTest extends BehindProxy {
    @Test
    void a_missing_and_a_wrong_password_are_told_apart_for_both_kinds_of_addresses() {
        for (String url : new String[] {"http://" + PLAIN, "https://" + SECURE}) {
            assertFails(url, proxy.address(), "requires a user and a password (HTTP 407)");
            assertFails(url, "ada:hunter2@" + proxy.address(), "refuses the user and the password");
        }
        assertThat(service.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_host_that_the_proxy_does_not_lead_to_is_named_with_the_proxy() {
        assertFails(
                "https://other.example",
                "ada:p%40ss@" + proxy.address(),
                "refuses to connect to other.example (HTTP 403)");
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
                        .hasMessageContaining("is for another host");
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
                        SECURE + ", reached through the proxy http://" + proxy.address() + ", answered like a proxy")
                .hasMessageNotContaining("refuses");
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
}
