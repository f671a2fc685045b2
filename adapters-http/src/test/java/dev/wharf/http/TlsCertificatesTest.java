package dev.wharf.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.wharf.failure.UnavailableException;
import dev.wharf.testkit.TestCertificates;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real certificates over real sockets: nothing is sent to a host that shows a wrong one, and the failure says what to check. */
class TlsCertificatesTest {
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    static Path directory;

    private static TestCertificates certificates;

    @BeforeAll
    static void trustTheAuthority() throws Exception {
        certificates = new TestCertificates(directory);
        System.setProperty(TRUST_STORE, certificates.trusting().toString());
        System.setProperty(TRUST_PASSWORD, TestCertificates.PASSWORD);
    }

    @AfterAll
    static void trustWhoWasTrusted() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_PASSWORD);
    }

    @Test
    void a_certificate_in_order_is_trusted() throws Exception {
        assertThat(failureWith(certificates.of("localhost", -5, 5), 1)).isNull();
    }

    @Test
    void an_expired_certificate_points_to_the_clock_and_to_who_runs_the_host() throws Exception {
        assertThat(failureWith(certificates.of("localhost", -10, -5), 0))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("expired")
                .hasMessageContaining("clock");
    }

    @Test
    void a_certificate_of_the_future_points_to_the_clock() throws Exception {
        assertThat(failureWith(certificates.of("localhost", 5, 10), 0))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not valid yet")
                .hasMessageContaining("clock");
    }

    @Test
    void a_certificate_of_another_host_points_to_the_url() throws Exception {
        assertThat(failureWith(certificates.of("api.example.com", -5, 5), 0))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("another host")
                .hasMessageContaining("URL's host name");
    }

    /** How a call fails, after which the host must have seen that many requests. */
    private static @Nullable Throwable failureWith(Path keys, int requests) {
        WireMockServer service = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCertificates.PASSWORD)
                .keyManagerPassword(TestCertificates.PASSWORD));
        service.start();
        service.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"account_id\":\"a\",\"account_name\":\"n\"}}")));
        HttpAccountSettings settings = HttpAccountSettings.of(
                URI.create("https://localhost:" + service.httpsPort()), new Credentials("key", "secret"));
        try (HttpAccount account = HttpAccount.connect(settings)) {
            Throwable failure = catchThrowable(account::info);
            assertThat(service.getAllServeEvents()).hasSize(requests);
            return failure;
        } finally {
            service.stop();
        }
    }
}
