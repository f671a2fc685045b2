package dev.wharf.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.PackageId;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long an upload may take is a matter of its size and of the network; only silence is counted. */
class SlowUploadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** So much shorter than the patience that a busy machine, which makes pauses longer, does not matter. */
    private static final Duration PAUSE = PATIENCE.dividedBy(30);

    private static final int PAUSES = 40;
    private static final String CREATED =
            """
            {"code": "Success", "data": {"id": "happy_harmony", "created_by": "a", "last_updated_by": "a",
            "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}}
            """;

    @Test
    void an_upload_that_takes_longer_than_the_patience_succeeds_while_its_bytes_flow() {
        WireMockServer service = new WireMockServer(options().dynamicPort());
        service.start();
        service.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody(CREATED)));
        try (HttpAccount account = account(URI.create(service.baseUrl()))) {
            assertThat(account.packages().create(trickling()).id()).isEqualTo(new PackageId("happy_harmony"));
        } finally {
            service.stop();
        }
    }

    @Test
    void an_upload_that_nobody_answers_ends() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpAccount account =
                        account(URI.create("http://localhost:" + silent.getLocalPort()), Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(new byte[10])))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("did not answer within 1 seconds");
        }
    }

    @Test
    void an_upload_whose_answer_stops_half_way_ends() throws Exception {
        try (ServerSocket halting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpAccount account = account(URI.create("http://localhost:" + halting.getLocalPort()))) {
            CompletableFuture<Socket> answering = CompletableFuture.supplyAsync(() -> halfAnswered(halting));

            assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(new byte[10])))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("was cut off");
            answering.join().close();
        }
    }

    /** The caller closes the socket. */
    private static Socket halfAnswered(ServerSocket server) {
        try {
            Socket socket = server.accept();
            int received = socket.getInputStream().read(new byte[4096]);
            assertThat(received).isPositive();
            socket.getOutputStream()
                    .write("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"code\":".getBytes(US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_interrupted_call_is_a_failure_like_any_other_and_the_thread_stays_interrupted() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpAccount account = account(URI.create("http://localhost:" + silent.getLocalPort()))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(account::info)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static HttpAccount account(URI url) {
        return account(url, PATIENCE);
    }

    private static HttpAccount account(URI url, Duration patience) {
        return HttpAccount.connect(
                HttpAccountSettings.of(url, new Credentials("key", "secret")).withReadTimeout(patience));
    }

    /** Gives each of its bytes after a pause, all of them together after longer than the patience. */
    private static ArchiveSource trickling() {
        return new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return OptionalLong.of(PAUSES);
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    private int left = PAUSES;

                    @Override
                    public int read() {
                        return CompletableFuture.supplyAsync(
                                        () -> left-- > 0 ? 'x' : -1,
                                        CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS))
                                .join();
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        int next = read();
                        if (next < 0) {
                            return -1;
                        }
                        target[offset] = (byte) next;
                        return 1;
                    }
                };
            }
        };
    }
}
