package dev.wharf.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.UnavailableException;
import dev.wharf.http.network.Authorities;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TlsFailuresTest {
    @Test
    void a_certificate_of_an_unknown_authority_is_explained_and_nothing_is_sent() {
        WireMockServer service = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
        service.start();
        try {
            assertFails(URI.create("https://localhost:" + service.httpsPort()), "authority that Java does not trust");
            assertThat(service.getAllServeEvents()).isEmpty();
        } finally {
            service.stop();
        }
    }

    @Test
    void a_host_without_tls_is_explained() {
        WireMockServer service = new WireMockServer(options().dynamicPort());
        service.start();
        try {
            assertFails(URI.create("https://localhost:" + service.port()), "does not use TLS");
        } finally {
            service.stop();
        }
    }

    @Test
    void a_clock_that_may_be_wrong_and_a_name_that_is_are_told_apart() {
        assertThat(explained(new CertificateExpiredException("NotAfter: x"))).contains("expired", "clock");
        assertThat(explained(new CertificateNotYetValidException("NotBefore: x")))
                .contains("not valid yet", "clock");
        assertThat(explained(new CertificateException("No name matching api.example.com found")))
                .contains("another host", "api.example.com");
        assertThat(explained(new CertificateException("No subject alternative DNS name matching x found.")))
                .contains("another host");
        assertThat(explain(new SSLException("handshake_failure"))).contains("handshake_failure");
        assertThat(explain(new IOException("reset"))).isNull();
    }

    private static @Nullable String explain(Exception failure) {
        Diagnosis found = TlsFailures.explain(failure, "api.example.com", Authorities.NONE);
        return found == null ? null : found.problem() + " " + found.hint();
    }

    private static String explained(Exception cause) {
        SSLHandshakeException handshake = new SSLHandshakeException("PKIX");
        handshake.initCause(cause);
        return String.valueOf(explain(new IOException(handshake)));
    }

    private static void assertFails(URI url, String why) {
        try (HttpAccount account = HttpAccount.connect(HttpAccountSettings.of(url, new Credentials("key", "secret")))) {
            assertThatThrownBy(account::info)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(why);
        }
    }
}
