package dev.wharf.cli;

import com.sun.net.httpserver.HttpExchange;
import dev.wharf.cli.FakeAccount.Answer;
import dev.wharf.cli.FakeAccount.Archive;
import dev.wharf.cli.FakeAccount.Connection;
import dev.wharf.model.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a {@link FakeAccount} answers about its things. It knows no conditions and no keys of uploads, as the vendor's. */
final class FakeApi {
    static final String USER = "usr_ann";

    private static final String PACKAGES = "/v1/connector-sdk/packages";
    private static final String CONNECTIONS = "/v1/connections";
    private static final String GROUPS = "/v1/groups";

    private final FakeAccount account;
    private int made;

    FakeApi(FakeAccount account) {
        this.account = account;
    }

    Answer answer(HttpExchange exchange, String path, byte[] sent) {
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
            return list(List.copyOf(account.groups.values()));
        }
        if (path.startsWith(GROUPS) && path.endsWith("/connections")) {
            String group = id(path.replace("/connections", ""));
            return list(account.connections.values().stream()
                    .filter(each -> each.group().equals(group))
                    .map(this::told)
                    .toList());
        }
        return path.startsWith(GROUPS) && account.groups.containsKey(id(path))
                ? ok(account.groups.get(id(path)))
                : missing();
    }

    private Answer packages(String method, String path, byte[] sent) {
        if (path.equals(PACKAGES)) {
            if (method.equals("GET")) {
                return list(account.packages.values().stream().map(this::told).toList());
            }
            String id = "made_" + ++made;
            account.packages.put(
                    id,
                    new Archive(
                            id,
                            file(sent),
                            USER,
                            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                            null));
            return ok(told(account.packages.get(id)));
        }
        String id = id(path);
        Archive present = account.packages.get(id);
        if (present == null) {
            return missing();
        }
        switch (method) {
            case "PATCH" ->
                account.packages.put(
                        id, new Archive(id, file(sent), present.createdBy(), present.createdAt(), present.odd()));
            case "DELETE" -> account.packages.remove(id);
            default -> {
                // Only read.
            }
        }
        return method.equals("DELETE") ? ok("null") : ok(told(account.packages.get(id)));
    }

    private Answer connections(String method, String path, Map<String, String> query, String sent) {
        if (path.equals(CONNECTIONS)) {
            if (method.equals("GET")) {
                return list(account.connections.values().stream()
                        .filter(each ->
                                query.get("group_id") == null || each.group().equals(query.get("group_id")))
                        .map(this::told)
                        .toList());
            }
            if (account.connections.values().stream()
                    .anyMatch(each -> each.name().equals(field(sent, "schema")))) {
                return FakeAccount.refused(409, "The schema is taken.");
            }
            String id = "con_made_" + ++made;
            account.connections.put(
                    id,
                    new Connection(
                            id,
                            field(sent, "group_id"),
                            field(sent, "schema"),
                            field(sent, "package_id"),
                            new TreeMap<>(),
                            null));
            return ok(told(account.connections.get(id)));
        }
        String id = id(path.replaceFirst("/(sync|test)$", ""));
        Connection present = account.connections.get(id);
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
            account.connections.put(
                    id,
                    new Connection(
                            id,
                            present.group(),
                            present.name(),
                            wanted.isEmpty() ? present.packageId() : wanted,
                            more,
                            present.odd()));
        }
        return ok(told(account.connections.get(id)));
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
        String users = account.connections.values().stream()
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

    static String id(String path) {
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
