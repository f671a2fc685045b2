package dev.wharf.http.resilience;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.testkit.SkippingPace;
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
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A service whose downloads break off as often as a test says. */
abstract class BreakingDownloads {
    static final String PATH = "/v1/connector-sdk/packages/happy_harmony";
    static final PackageId ID = new PackageId("happy_harmony");
    static final byte[] ARCHIVE = new byte[1000];

    static {
        for (int i = 0; i < ARCHIVE.length; i++) {
            ARCHIVE[i] = (byte) i;
        }
    }

    final SkippingPace pace = new SkippingPace(Instant.parse("2026-03-01T12:00:00Z"));
    final List<ResilienceEvent> events = new CopyOnWriteArrayList<>();
    final ExecutorService workers = Executors.newCachedThreadPool();
    /** One for each answer that may break off: once what it brought was read, lest it be dropped with the connection. */
    final Semaphore breaks = new Semaphore(0);

    HttpServer server;
    ResilientAccount account;
    /** After how many bytes each answer breaks off. */
    volatile int piece = ARCHIVE.length;

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

    ArchiveDownload download() {
        return account.packages().download(ID);
    }

    ResilientAccount connect(ResilienceSettings settings) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        return ResilientAccount.connect(
                HttpAccountSettings.of(url, new Credentials("key", "secret")),
                settings.withJitter(0),
                events::add,
                pace);
    }

    void describe(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = ("{\"data\":{\"id\":\"happy_harmony\",\"created_by\":\"u\",\"last_updated_by\":\"u\","
                            + "\"created_at\":\"2026-03-01T12:00:00Z\",\"updated_at\":\"2026-03-01T12:00:00Z\","
                            + "\"file_sha256_hash\":\"" + Sha256.of(ARCHIVE) + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    void send(HttpExchange exchange) throws IOException {
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
