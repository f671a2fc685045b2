package dev.wharf.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.PackageId;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each failed answer of the other side becomes the failure it is, whatever its body looks like. */
class RestFailuresTest {
    private static final PackageId ID = new PackageId("happy_harmony");
    private static final String PATH = "/v1/connector-sdk/packages/happy_harmony";
    private static final byte[] ARCHIVE = "archive".getBytes(StandardCharsets.UTF_8);

    private final WireMockServer service = new WireMockServer(options().dynamicPort());
    private HttpAccount account;

    @BeforeEach
    void start() {
        service.start();
        account = HttpAccount.connect(settings());
    }

    private HttpAccountSettings settings() {
        return HttpAccountSettings.of(URI.create(service.baseUrl()), new Credentials("key", "the-secret"));
    }

    @AfterEach
    void stop() {
        account.close();
        service.stop();
    }

    @Test
    void the_status_decides_and_the_code_is_kept_for_who_asks() {
        answerAll(json(404, "NotFound_ConnectorSdkPackage", "Package not found"));

        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> account.packages().retrieve(ID));

        assertThat(failure.resource()).isEqualTo(NotFoundException.Resource.PACKAGE);
        assertThat(cause(failure).status()).isEqualTo(404);
        assertThat(cause(failure).code()).isEqualTo("NotFound_ConnectorSdkPackage");
    }

    @Test
    void wrong_credentials_are_a_failure_of_their_own_and_never_printed() {
        answerAll(json(401, "AuthFailed", "nope"));

        assertThatThrownBy(() -> account.info())
                .isInstanceOf(NotAuthenticatedException.class)
                .hasMessageNotContaining("the-secret");
    }

    @Test
    void a_refused_upload_is_an_invalid_archive() {
        answerAll(json(400, "InvalidInput", "no connector.py"));

        assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(ARCHIVE)))
                .isInstanceOf(InvalidArchiveException.class)
                .hasMessage("no connector.py");
    }

    @Test
    void a_refused_deletion_is_told_apart_by_the_package_itself() {
        service.stubFor(delete(anyUrl()).willReturn(json(403, "Forbidden", "no")));
        service.stubFor(get(anyUrl()).willReturn(packageBody("\"busy_connection\"", Sha256.of(ARCHIVE))));

        PackageInUseException inUse = catchThrowableOfType(
                PackageInUseException.class, () -> account.packages().delete(ID));
        assertThat(inUse.connectionId()).isEqualTo("busy_connection");

        service.stubFor(get(anyUrl()).willReturn(packageBody("null", Sha256.of(ARCHIVE))));
        assertThatThrownBy(() -> account.packages().delete(ID)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_service_that_does_not_answer_is_unavailable() {
        answerAll(aResponse().withFixedDelay(10_000));

        try (HttpAccount impatient = HttpAccount.connect(settings().withReadTimeout(Duration.ofSeconds(2)))) {
            assertThatThrownBy(() -> impatient.packages().retrieve(ID))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("2 seconds");
        }
    }

    @Test
    void a_service_that_is_not_there_is_unavailable() {
        service.stop();

        assertThatThrownBy(() -> account.packages().list(PageRequest.first(1)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void a_connection_that_breaks_is_unavailable() {
        for (Fault fault :
                new Fault[] {Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE, Fault.RANDOM_DATA_THEN_CLOSE}) {
            answerAll(aResponse().withFault(fault));
            assertThatThrownBy(() -> account.packages().retrieve(ID))
                    .as(fault.name())
                    .isInstanceOf(WharfException.class)
                    .isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void a_download_of_other_bytes_does_not_end_as_if_it_were_right() {
        service.stubFor(get(urlEqualTo(PATH)).willReturn(packageBody("null", Sha256.of(ARCHIVE))));
        service.stubFor(get(urlPathEqualTo(PATH + "/download"))
                .willReturn(aResponse().withStatus(200).withBody("other bytes")));

        try (ArchiveDownload download = account.packages().download(ID)) {
            assertThatThrownBy(() -> download.stream().transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void a_download_that_breaks_off_does_not_end() {
        service.stubFor(get(urlEqualTo(PATH)).willReturn(packageBody("null", Sha256.of(ARCHIVE))));
        service.stubFor(get(urlPathEqualTo(PATH + "/download"))
                .willReturn(aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        try (ArchiveDownload download = account.packages().download(ID)) {
            assertThatThrownBy(() -> download.stream().transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOfAny(IOException.class, IntegrityException.class, UnavailableException.class);
        }
    }

    @Test
    void fields_that_are_unknown_or_finer_than_expected_are_read() {
        answerAll(aResponse()
                .withStatus(200)
                .withBody("{\"code\":\"Success\",\"new\":[1],\"data\":{\"id\":\"happy_harmony\",\"created_by\":\"u\","
                        + "\"last_updated_by\":\"u\",\"created_at\":\"2025-01-14T19:30:00Z\","
                        + "\"updated_at\":\"2025-01-14T19:30:00.123456789Z\",\"sharing\":{\"a\":{}}}}"));

        assertThat(account.packages().retrieve(ID).sha256()).isNull();
        assertThat(account.packages().retrieve(ID).updatedAt().getNano()).isEqualTo(123_456_789);
    }

    private void answerAll(ResponseDefinitionBuilder answer) {
        service.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder json(int status, String code, String message) {
        return aResponse().withStatus(status).withBody("{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }

    private static ResponseDefinitionBuilder packageBody(String connection, Sha256 hash) {
        return aResponse()
                .withStatus(200)
                .withBody("{\"code\":\"Success\",\"data\":{\"id\":\"happy_harmony\",\"connection_id\":" + connection
                        + ",\"created_by\":\"u\",\"last_updated_by\":\"u\",\"created_at\":\"2025-01-14T19:30:00Z\","
                        + "\"updated_at\":\"2025-01-14T19:30:00Z\",\"file_sha256_hash\":\"" + hash + "\"}}");
    }

    private static RestFailure cause(WharfException failure) {
        return (RestFailure) failure.getCause();
    }
}
