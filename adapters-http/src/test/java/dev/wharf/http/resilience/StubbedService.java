package dev.wharf.http.resilience;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.Pace;
import dev.wharf.testkit.SkippingPace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A service that answers as a test says, and a resilient account over it. */
abstract class StubbedService {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final PackageId ID = new PackageId("happy_harmony");
    static final byte[] ARCHIVE = "archive".getBytes(StandardCharsets.UTF_8);
    static final ResilienceSettings SETTINGS = ResilienceSettings.DEFAULT.withJitter(0);

    final WireMockServer service = new WireMockServer(options().dynamicPort());
    final SkippingPace pace = new SkippingPace(START);
    final List<ResilienceEvent> events = new ArrayList<>();
    ResilientAccount account;

    @BeforeEach
    void start() {
        service.start();
        account = connect(SETTINGS, pace);
    }

    @AfterEach
    void stop() {
        account.close();
        service.stop();
    }

    ResilientAccount connect(ResilienceSettings settings, Pace time) {
        HttpAccountSettings where =
                HttpAccountSettings.of(URI.create(service.baseUrl()), new Credentials("key", "the-secret"));
        return ResilientAccount.connect(where, settings, events::add, time);
    }

    /** Each answer once, the last one for ever. */
    void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            service.stubFor(any(anyUrl())
                    .inScenario("day")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "" + i)
                    .willSetStateTo("" + Math.min(i + 1, answers.length - 1))
                    .willReturn(answers[i]));
        }
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    static ResponseDefinitionBuilder found() {
        return aResponse().withStatus(200).withBody("{\"code\":\"Success\",\"data\":" + packageJson() + "}");
    }

    static String packageJson() {
        return "{\"id\":\"happy_harmony\",\"created_by\":\"u\",\"last_updated_by\":\"u\","
                + "\"created_at\":\"2026-03-01T12:00:00Z\",\"updated_at\":\"2026-03-01T12:00:00Z\","
                + "\"file_sha256_hash\":\"" + Sha256.of(ARCHIVE) + "\"}";
    }
}
