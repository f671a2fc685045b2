package dev.wharf.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.wharf.http.network.Authorities;
import dev.wharf.http.network.Network;
import dev.wharf.http.network.Proxies;
import dev.wharf.testkit.CompanyProxy;
import dev.wharf.testkit.TestCertificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A service that is reached by a proxy only, in the clear and by TLS. */
abstract class BehindProxy {
    static final String PLAIN = "plain.example";
    static final String SECURE = "secure.example";
    static final String ACCOUNT = "{\"code\":\"Success\",\"data\":{\"account_id\":\"a\",\"account_name\":\"Tides\"}}";

    @TempDir
    static Path directory;

    static WireMockServer service;
    static Authorities company;
    static Path ofSecure;
    CompanyProxy proxy;

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

    static HttpAccount connect(String url, String way) {
        return through(url, "http://" + way);
    }

    static HttpAccount through(String url, String proxy) {
        return through(url, proxy, company);
    }

    static HttpAccount through(String url, String proxy, Authorities trusted) {
        return HttpAccount.connect(HttpAccountSettings.of(URI.create(url), new Credentials("key", "secret"))
                .withReadTimeout(Duration.ofSeconds(20))
                .withNetwork(new Network(Proxies.of(proxy, "--proxy", Map.of()), trusted)));
    }
}
