package dev.wharf.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account on a real socket that tells its things in any shape a test gives them, and keeps what is sent to it.
 */
final class FakeAccount implements AutoCloseable {
    /** Groups, connections and packages as JSON, by id. */
    final Map<String, String> groups = new LinkedHashMap<>();

    final Map<String, Connection> connections = new LinkedHashMap<>();
    final Map<String, Archive> packages = new LinkedHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** Sees each call before its body is read. */
    volatile Consumer<String> arriving = call -> {};

    /** Sees each call before it is done, and may answer in its place. */
    volatile Hook before = (call, account) -> null;

    /** Sees each call after it was done, before it is answered. */
    volatile Hook after = (call, account) -> null;

    private final FakeApi api = new FakeApi(this);
    private final HttpServer server;

    /** What a test does at a call; what it returns is answered instead. */
    interface Hook {
        @Nullable
        Answer at(String call, FakeAccount account);
    }

    record Answer(int status, String body, @Nullable String retryAfter) {
        Answer(int status, String body) {
            this(status, body, null);
        }
    }

    /** A connection; {@code odd} is what is told of it instead of all else, null for nothing odd. */
    record Connection(
            String id, String group, String name, String packageId, Map<String, String> more, @Nullable String odd) {}

    /** A package; {@code odd} is what is told of it instead of all else. */
    record Archive(String id, byte[] bytes, String createdBy, String createdAt, @Nullable String odd) {}

    FakeAccount() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
        group("grp_good", "Warehouse");
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void signIn(Map<String, String> environment) {
        environment.put("WHARF_API_URL", url());
        environment.put("WHARF_API_KEY", "key");
        environment.put("WHARF_API_SECRET", "secret");
    }

    void group(String id, String name) {
        groups.put(id, "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"created_at\":\"2026-01-01T00:00:00Z\"}");
    }

    void connection(String id, String name, String packageId) {
        connections.put(id, new Connection(id, "grp_good", name, packageId, new TreeMap<>(), null));
    }

    void archive(String id, byte[] bytes) {
        packages.put(id, new Archive(id, bytes, FakeApi.USER, "2026-01-01T00:00:00Z", null));
    }

    void archiveOf(String creator, String id, byte[] bytes) {
        packages.put(id, new Archive(id, bytes, creator, "2026-01-01T00:00:00Z", null));
    }

    String fileOf(String connection) {
        return Sha256.of(packages.get(connections.get(connection).packageId()).bytes())
                .hex();
    }

    List<String> changes() {
        return calls.stream().filter(call -> !call.startsWith("GET ")).toList();
    }

    static Answer refused(int status, String message) {
        return new Answer(status, "{\"code\":\"Refused\",\"message\":\"" + message + "\"}");
    }

    /** Asks for a pause, in seconds or until a date. */
    static Answer tooMany(String retryAfter) {
        return new Answer(429, "{\"code\":\"TooManyRequests\",\"message\":\"Too many calls.\"}", retryAfter);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            String call = exchange.getRequestMethod() + " " + path;
            arriving.accept(call);
            byte[] sent = exchange.getRequestBody().readAllBytes();
            calls.add(call);
            Answer answer = before.at(call, this);
            if (answer == null) {
                if (path.endsWith("/download")) {
                    send(
                            exchange,
                            200,
                            "application/zip",
                            packages.get(FakeApi.id(path.replace("/download", "")))
                                    .bytes());
                    return;
                }
                synchronized (this) {
                    answer = api.answer(exchange, path, sent);
                }
            }
            Answer other = after.at(call, this);
            Answer last = other == null ? answer : other;
            if (last.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", last.retryAfter());
            }
            send(exchange, last.status(), "application/json", last.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
