package dev.wharf.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account on a real socket that tells its things in any shape a test gives them, and keeps what is sent to it. It knows no
 * conditions and no keys of uploads, as the vendor's.
 */
final class FakeAccount implements AutoCloseable {
    private static final String PACKAGES = "/v1/connector-sdk/packages";
    private static final String CONNECTIONS = "/v1/connections";
    private static final String GROUPS = "/v1/groups";
    private static final String USER = "usr_ann";

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

    private final HttpServer server;
    private int made;

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
        packages.put(id, new Archive(id, bytes, USER, "2026-01-01T00:00:00Z", null));
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
                            packages.get(id(path.replace("/download", ""))).bytes());
                    return;
                }
                synchronized (this) {
                    answer = done(exchange, path, sent);
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

    private Answer done(HttpExchange exchange, String path, byte[] sent) {
        String method = exchange.getRequestMethod();
        if (path.equals("/v1/account/info")) {
            return ok("{\"account_id\":\"acc\",\"user_id\":\"" + USER + "\"}");
        }
        if (path.startsWith(PACKAGES)) {
            return packages(method, path, sent);
        }
        if (path.startsWith(CONNECTIONS)) {
            return connections(method, path, query(exchange), new String(sent, StandardCharsets.UTF_8));
        }
        if (path.equals(GROUPS)) {
            return list(List.copyOf(groups.values()));
        }
        if (path.startsWith(GROUPS) && path.endsWith("/connections")) {
            String group = id(path.replace("/connections", ""));
            return list(connections.values().stream()
                    .filter(each -> each.group().equals(group))
                    .map(this::told)
                    .toList());
        }
        return path.startsWith(GROUPS) && groups.containsKey(id(path)) ? ok(groups.get(id(path))) : missing();
    }

    private Answer packages(String method, String path, byte[] sent) {
        if (path.equals(PACKAGES)) {
            if (method.equals("GET")) {
                return list(packages.values().stream().map(this::told).toList());
            }
            String id = "made_" + ++made;
            packages.put(
                    id,
                    new Archive(
                            id,
                            file(sent),
                            USER,
                            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                            null));
            return ok(told(packages.get(id)));
        }
        String id = id(path);
        Archive present = packages.get(id);
        if (present == null) {
            return missing();
        }
        switch (method) {
            case "PATCH" ->
                packages.put(id, new Archive(id, file(sent), present.createdBy(), present.createdAt(), present.odd()));
            case "DELETE" -> packages.remove(id);
            default -> {
                // Only read.
            }
        }
        return method.equals("DELETE") ? ok("null") : ok(told(packages.get(id)));
    }

    private Answer connections(String method, String path, Map<String, String> query, String sent) {
        if (path.equals(CONNECTIONS)) {
            if (method.equals("GET")) {
                return list(connections.values().stream()
                        .filter(each ->
                                query.get("group_id") == null || each.group().equals(query.get("group_id")))
                        .map(this::told)
                        .toList());
            }
            if (connections.values().stream().anyMatch(each -> each.name().equals(field(sent, "schema")))) {
                return refused(409, "The schema is taken.");
            }
            String id = "con_made_" + ++made;
            connections.put(
                    id,
                    new Connection(
                            id,
                            field(sent, "group_id"),
                            field(sent, "schema"),
                            field(sent, "package_id"),
                            new TreeMap<>(),
                            null));
            return ok(told(connections.get(id)));
        }
        String id = id(path.replaceFirst("/(sync|test)$", ""));
        Connection present = connections.get(id);
        if (present == null) {
            return missing();
        }
        if (method.equals("PATCH")) {
            String wanted = field(sent, "package_id");
            Map<String, String> more = new TreeMap<>(present.more());
            Matcher paused = Pattern.compile("\"paused\"\\s*:\\s*(true|false)").matcher(sent);
            if (paused.find()) {
                more.put("paused", paused.group(1));
            }
            connections.put(
                    id,
                    new Connection(
                            id,
                            present.group(),
                            present.name(),
                            wanted.isEmpty() ? present.packageId() : wanted,
                            more,
                            present.odd()));
        }
        return ok(told(connections.get(id)));
    }

    private String told(Connection each) {
        if (each.odd() != null) {
            return each.odd();
        }
        String more = each.more().entrySet().stream()
                .map(entry -> ",\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining());
        return "{\"id\":\"" + each.id() + "\",\"group_id\":\"" + each.group()
                + "\",\"service\":\"connector_sdk\",\"schema\":\"" + each.name()
                + "\",\"created_at\":\"2026-01-01T00:00:00Z\",\"sync_frequency\":360,\"config\":{\"schema\":\""
                + each.name() + "\",\"package_id\":\"" + each.packageId() + "\",\"secrets_list\":[]}" + more + "}";
    }

    private String told(Archive each) {
        if (each.odd() != null) {
            return each.odd();
        }
        String users = connections.values().stream()
                .filter(connection -> connection.packageId().equals(each.id()))
                .map(connection -> "\"" + connection.id() + "\"")
                .collect(Collectors.joining(","));
        return "{\"id\":\"" + each.id() + "\",\"created_by\":\"" + each.createdBy()
                + "\",\"last_updated_by\":null,\"created_at\":\"" + each.createdAt() + "\",\"updated_at\":\""
                + each.createdAt() + "\",\"connection_ids\":[" + users + "],\"file_sha256_hash\":\""
                + Sha256.of(each.bytes()) + "\"}";
    }

    private static Answer ok(String data) {
        return new Answer(200, "{\"code\":\"Success\",\"data\":" + data + "}");
    }

    private static Answer list(List<String> items) {
        return ok("{\"items\":[" + String.join(",", items) + "],\"next_cursor\":null}");
    }

    private static Answer missing() {
        return new Answer(404, "{\"code\":\"NotFound\",\"message\":\"There is nothing of that name.\"}");
    }

    private static String id(String path) {
        return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }

    private static String field(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : "", (a, b) -> b));
    }

    /** The one part of a form, between its headers' end and the last boundary. */
    private static byte[] file(byte[] sent) {
        String text = new String(sent, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\r\n\r\n") + 4;
        return Arrays.copyOfRange(sent, start, text.lastIndexOf("\r\n--"));
    }
}
