package dev.wharf.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of an account's packages, which can only be read; it counts how often bytes were asked for. */
final class PackageServer implements AutoCloseable {
    private static final String PACKAGES = "/v1/connector-sdk/packages/";
    private static final String DOWNLOAD = "/download";

    private final HttpServer server;
    private final Map<String, byte[]> sent = new ConcurrentHashMap<>();
    private final Map<String, Sha256> promised = new ConcurrentHashMap<>();
    private final AtomicInteger downloads = new AtomicInteger();
    private volatile boolean hidesSizes;

    PackageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PACKAGES, this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void offer(String id, byte[] archive) {
        offer(id, Sha256.of(archive), archive);
    }

    /** Offers bytes that are perhaps not those it promises. */
    void offer(String id, Sha256 sha256, byte[] bytes) {
        promised.put(id, sha256);
        sent.put(id, bytes);
    }

    /** Tells no size of what is downloaded from now on. */
    void hideSizes() {
        hidesSizes = true;
    }

    int downloads() {
        return downloads.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PACKAGES.length());
            boolean wantsBytes = path.endsWith(DOWNLOAD);
            String id = wantsBytes ? path.substring(0, path.length() - DOWNLOAD.length()) : path;
            byte[] answer = sent.get(id);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (wantsBytes) {
                downloads.incrementAndGet();
            } else {
                answer = described(id).getBytes(StandardCharsets.UTF_8);
            }
            // Zero is how this server is told that the length is not known.
            exchange.sendResponseHeaders(200, wantsBytes && hidesSizes ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String described(String id) {
        return "{\"code\":\"Success\",\"data\":{\"id\":\"" + id
                + "\",\"created_by\":\"ada\",\"last_updated_by\":\"ada\","
                + "\"created_at\":\"2026-03-01T12:00:00Z\",\"updated_at\":\"2026-03-01T12:00:00Z\","
                + "\"file_sha256_hash\":\"" + promised.get(id) + "\"}}";
    }
}
