package dev.wharf.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.Resumption;
import dev.wharf.http.resilience.ResilienceEvent.Resumed;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.testkit.SkippingPace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes on between the opening of a download and its end. */
class DownloadsUnderWayTest {
    private static final String PATH = "/v1/connector-sdk/packages/happy_harmony";
    private static final PackageId ID = new PackageId("happy_harmony");
    private static final byte[] ARCHIVE = new byte[1000];

    static {
        for (int i = 0; i < ARCHIVE.length; i++) {
            ARCHIVE[i] = (byte) i;
        }
    }

    private final SkippingPace pace = new SkippingPace(Instant.parse("2026-03-01T12:00:00Z"));
    private final List<ResilienceEvent> events = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    /** One for each answer that may break off: once what it brought was read, lest it be dropped with the connection. */
    private final Semaphore breaks = new Semaphore(0);

    private HttpServer server;
    private ResilientAccount account;
    /** After how many bytes each answer breaks off. */
    private volatile int piece = ARCHIVE.length;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::describe);
        server.createContext(PATH + "/download", this::send);
        server.setExecutor(workers);
        server.start();
        account = connect(ResilienceSettings.DEFAULT.withConcurrentCalls(2, Duration.ZERO));
    }

    @AfterEach
    void stop() {
        account.close();
        breaks.release(100);
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void open_downloads_are_under_way_and_more_than_allowed_fail_clearly_and_at_once() {
        try (ArchiveDownload one = download();
                ArchiveDownload other = download()) {
            assertThat(one.sha256()).isEqualTo(other.sha256());

            assertThatThrownBy(this::download)
                    .isInstanceOf(RateLimitedException.class)
                    .hasMessageContaining("at once")
                    .hasMessageContaining("close downloads");
            assertThatThrownBy(() -> account.packages().retrieve(ID)).isInstanceOf(RateLimitedException.class);
            assertThat(pace.pauses()).isEmpty();
        }

        assertThat(account.packages().retrieve(ID).id()).isEqualTo(ID);
    }

    @Test
    void a_download_that_was_read_to_its_end_is_no_longer_under_way() throws IOException {
        try (ArchiveDownload one = download();
                ArchiveDownload other = download()) {
            assertThat(one.stream().readAllBytes()).isEqualTo(ARCHIVE);
            assertThat(one.stream().read()).isNegative();

            try (ArchiveDownload third = download()) {
                assertThatThrownBy(this::download).isInstanceOf(RateLimitedException.class);
                one.close();
                assertThatThrownBy(this::download).isInstanceOf(RateLimitedException.class);
                assertThat(third.stream().readAllBytes()).isEqualTo(ARCHIVE);
            }
            assertThat(other.stream().readAllBytes()).isEqualTo(ARCHIVE);
        }
    }

    @Test
    void a_download_whose_stream_was_closed_is_no_longer_under_way() throws IOException {
        for (int i = 0; i < 5; i++) {
            download().stream().close();
        }
    }

    @Test
    void a_download_that_could_not_be_opened_is_not_under_way() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> account.packages().download(new PackageId("no_such")))
                    .isInstanceOf(UnexpectedAnswerException.class);
        }
        download().close();
    }

    @Test
    void opening_a_download_takes_one_place_though_the_package_is_read_first() {
        try (ResilientAccount narrow = connect(ResilienceSettings.DEFAULT.withConcurrentCalls(1, Duration.ZERO))) {
            narrow.packages().download(ID).close();
            narrow.packages().download(ID).close();
        }
    }

    @Test
    void who_waits_for_a_place_gets_that_of_a_download_that_is_closed() throws Exception {
        try (ResilientAccount narrow =
                connect(ResilienceSettings.DEFAULT.withConcurrentCalls(1, Duration.ofMinutes(5)))) {
            Future<PackageId> waiting;
            try (ArchiveDownload held = narrow.packages().download(ID)) {
                waiting = workers.submit(() -> narrow.packages().retrieve(ID).id());
                assertThat(held.stream().read()).isZero();
            }
            assertThat(waiting.get()).isEqualTo(ID);
        }
    }

    @Test
    void a_download_that_goes_on_where_it_broke_off_is_told() throws IOException {
        piece = 400;

        try (ArchiveDownload download = download()) {
            assertThat(readInPieces(download)).isEqualTo(ARCHIVE);
        }

        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.text())
                        .startsWith("To download package happy_harmony goes on at byte ")
                        .contains(", where it broke off: "))
                .extracting(event -> ((Resumed) event).position())
                .containsExactly(400L, 800L);
        assertThat(pace.pauses()).containsOnly(Duration.ofMillis(100));
    }

    @Test
    void a_resumption_takes_no_further_place() throws IOException {
        piece = 400;
        try (ResilientAccount narrow = connect(ResilienceSettings.DEFAULT.withConcurrentCalls(1, Duration.ZERO));
                ArchiveDownload download = narrow.packages().download(ID)) {
            assertThat(readInPieces(download)).isEqualTo(ARCHIVE);
        }
    }

    @Test
    void how_often_a_download_goes_on_is_bounded_altogether() {
        piece = 400;

        assertThatThrownBy(() -> readWith(new Resumption(4, 1, Duration.ZERO))).isInstanceOf(IOException.class);
        assertThat(events).hasSize(1);
    }

    @Test
    void a_download_that_shall_not_go_on_fails_where_it_broke_off() {
        piece = 400;

        assertThatThrownBy(() -> readWith(Resumption.NEVER)).isInstanceOf(IOException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void how_often_a_download_goes_on_without_a_byte_is_bounded_after_growing_waits() {
        piece = 0;

        assertThatThrownBy(() -> readWith(new Resumption(3, 100, Duration.ofMillis(10))))
                .isInstanceOf(IOException.class);
        assertThat(pace.pauses()).containsExactly(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40));
    }

    @Test
    void bounds_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Resumption(-1, 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Resumption(1, 1, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] readWith(Resumption resumption) throws IOException {
        ResilientAccount bounded = account.withResilience(ResilienceSettings.DEFAULT.withResumption(resumption));
        try (ArchiveDownload download = bounded.packages().download(ID)) {
            return readInPieces(download);
        }
    }

    private byte[] readInPieces(ArchiveDownload download) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] read;
        do {
            read = piece == 0
                    ? download.stream().readAllBytes()
                    : download.stream().readNBytes(piece);
            all.writeBytes(read);
            breaks.release();
        } while (read.length == piece);
        return all.toByteArray();
    }

    private ArchiveDownload download() {
        return account.packages().download(ID);
    }

    private ResilientAccount connect(ResilienceSettings settings) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        return ResilientAccount.connect(
                HttpAccountSettings.of(url, new Credentials("key", "secret")),
                settings.withJitter(0),
                events::add,
                pace);
    }

    private void describe(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = ("{\"data\":{\"id\":\"happy_harmony\",\"created_by\":\"u\",\"last_updated_by\":\"u\","
                            + "\"created_at\":\"2026-03-01T12:00:00Z\",\"updated_at\":\"2026-03-01T12:00:00Z\","
                            + "\"file_sha256_hash\":\"" + Sha256.of(ARCHIVE) + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        int length = ARCHIVE.length - from;
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"tag\"");
        headers.set("Accept-Ranges", "bytes");
        if (range != null) {
            headers.set("Content-Range", "bytes " + from + "-" + (ARCHIVE.length - 1) + "/" + ARCHIVE.length);
        }
        try (exchange) {
            exchange.sendResponseHeaders(range == null ? 200 : 206, length);
            exchange.getResponseBody().write(ARCHIVE, from, Math.min(piece, length));
            exchange.getResponseBody().flush();
            if (piece > 0 && piece < length) {
                breaks.acquireUninterruptibly();
            }
        }
    }
}
