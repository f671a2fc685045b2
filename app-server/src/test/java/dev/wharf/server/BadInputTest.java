package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import dev.wharf.server.Calls.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, its answer says so in the API's form, and nothing is stored. */
class BadInputTest {
    private static final String PACKAGES = Calls.PACKAGES;
    private static final byte[] GOOD = Zips.connector("# fine");

    @TempDir
    Path data;

    private RunningServer server;
    private Credentials credentials;
    private Calls admin;

    @BeforeEach
    void start() {
        server = new RunningServer(data);
        credentials = server.newKey("admin", Role.ADMIN);
        admin = server.as(credentials);
    }

    @AfterEach
    void nothing_was_stored() throws IOException {
        try {
            assertThat(admin.get(PACKAGES).items()).isEmpty();
            try (Stream<Path> files = Files.walk(data.resolve("archives"))) {
                assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                        .noneMatch(name -> name.contains("blobs") || name.endsWith(".part"));
            }
        } finally {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic %%%", "Basic", "Bearer abc", "Basic bm9jb2xvbg==", "Basic OnNlY3JldA=="})
    void missing_and_malformed_credentials_are_401(String header) {
        Answer answer = admin.authorizing(header.isEmpty() ? null : header).get(PACKAGES);

        refused(answer, 401, "AuthFailed");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void wrong_credentials_are_401_and_do_not_tell_which_half_is_wrong() {
        Answer wrongSecret =
                server.as(new Credentials(credentials.key(), "wrong")).get(PACKAGES);
        Answer wrongKey =
                server.as(new Credentials("nobody", credentials.secret())).get(PACKAGES);

        refused(wrongSecret, 401, "AuthFailed");
        assertThat(wrongKey.json()).isEqualTo(wrongSecret.json());
    }

    @Test
    void a_revoked_key_is_401() {
        Credentials other = server.newKey("other", Role.ADMIN);
        assertThat(server.as(other).get(PACKAGES).status()).isEqualTo(200);

        server.keys().revoke(other.key());

        refused(server.as(other).get(PACKAGES), 401, "AuthFailed");
    }

    @Test
    void what_would_lead_to_another_path_is_no_id() {
        refused(admin.get(PACKAGES + "/%2e%2e"), 400, "InvalidInput");
        refused(admin.delete(PACKAGES + "/%2e"), 400, "InvalidInput");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc", "%00", "a%20b", "-x"})
    void an_odd_id_is_that_of_nothing(String id) {
        refused(admin.get(PACKAGES + "/" + id), 404, "NotFound_ConnectorSdkPackage");
        refused(admin.get(PACKAGES + "/" + id + "/download"), 404, "NotFound_ConnectorSdkPackage");
        refused(admin.delete(PACKAGES + "/" + id), 404, "NotFound_ConnectorSdkPackage");
    }

    @Test
    void an_id_of_10_kB_is_that_of_nothing_and_a_path_beyond_all_bounds_413() {
        refused(admin.get(PACKAGES + "/" + "a".repeat(10_240)), 404, "NotFound_ConnectorSdkPackage");
        refused(admin.get(PACKAGES + "/" + "a".repeat(100_000)), 413, "PayloadTooLarge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=x",
                "limit=-1",
                "limit=",
                "cursor=eyJza2lwIjoxfQ",
                "cursor=%00",
                "cursor=AAAA"
            })
    void an_impossible_page_is_400(String query) {
        refused(admin.get(PACKAGES + "?" + query), 400, "InvalidInput");
        refused(admin.get("/v1/connections?" + query), 400, "InvalidInput");
        refused(admin.get("/v1/groups?" + query), 400, "InvalidInput");
    }

    @Test
    void a_cursor_of_another_list_is_400() {
        admin.json("POST", "/v1/groups", "{\"name\":\"a\"}");
        admin.json("POST", "/v1/groups", "{\"name\":\"b\"}");
        Object cursor = admin.get("/v1/groups?limit=1").data().get("next_cursor");

        refused(admin.get(PACKAGES + "?cursor=" + cursor), 400, "InvalidInput");
    }

    @Test
    void a_form_that_is_not_exactly_one_file_is_400() {
        Part file = new Part(Calls.FILE_PART, GOOD);
        Part field = new Part("Content-Disposition: form-data; name=\"note\"", new byte[] {1});
        Part misnamed = new Part("Content-Disposition: form-data; name=\"package\"; filename=\"code.zip\"", GOOD);
        for (List<Part> parts : List.of(
                List.<Part>of(), List.of(file, file), List.of(file, field), List.of(field, file), List.of(misnamed))) {
            refused(admin.form("POST", PACKAGES, parts), 400, "InvalidInput");
        }
    }

    @Test
    void bytes_that_are_no_connector_package_are_400() {
        byte[] truncated = Arrays.copyOf(GOOD, GOOD.length - 10);
        for (byte[] archive : List.of(
                new byte[0],
                "this is certainly not a ZIP archive".getBytes(StandardCharsets.UTF_8),
                truncated,
                Zips.of("main.py", "x"),
                Zips.withDuplicate(),
                Zips.of("connector.py", "x", "../x", "y"),
                Zips.of("connector.py", "x", "/etc/x", "y"))) {
            Answer answer = admin.upload(archive);
            refused(answer, 400, "InvalidInput");
            assertThat(answer.message()).startsWith("The file is not a valid connector package: ");
        }
    }

    @Test
    void idempotency_keys_beyond_all_bounds_are_400() {
        for (String key : List.of(
                "\"" + "a".repeat(8_192) + "\"",
                "\"" + "\\\"".repeat(8_192) + "\"",
                "\"" + "a".repeat(300),
                "\"" + "a".repeat(256) + "\"",
                "a".repeat(8_192),
                "\"a\"b\"",
                "\"a\\",
                "\"a\\b\"",
                "\"\"",
                "\"")) {
            refused(admin.upload(GOOD, "Idempotency-Key", key), 400, "InvalidInput");
        }
    }

    @Test
    void other_headers_beyond_all_bounds_are_no_failure() {
        for (String name : List.of("If-None-Match", "If-Match", "Range", "If-Range", "Cache-Control", "X-Request-Id")) {
            for (String piece : List.of("\"a\",", "\\\"", " ", "a", "bytes=0-", ",", "W/")) {
                String value = "\"" + piece.repeat(16_384 / piece.length()) + "x";
                assertThat(admin.get(PACKAGES + "/no_such", name, value).status())
                        .isLessThan(500);
                assertThat(admin.delete(PACKAGES + "/no_such", name, value).status())
                        .isLessThan(500);
            }
        }
    }

    @Test
    void a_broken_form_is_400() {
        byte[] form = Calls.form(List.of(new Part(Calls.FILE_PART, GOOD)));
        String type = "multipart/form-data; boundary=a-boundary";

        refused(
                admin.send("POST", PACKAGES, Arrays.copyOf(form, form.length - 8), "Content-Type", type),
                400,
                "InvalidInput");
        refused(
                admin.send("POST", PACKAGES, Arrays.copyOf(form, form.length / 2), "Content-Type", type),
                400,
                "InvalidInput");
        refused(
                admin.send("POST", PACKAGES, form, "Content-Type", "multipart/form-data; boundary=another"),
                400,
                "InvalidInput");
        refused(admin.send("POST", PACKAGES, form, "Content-Type", "multipart/form-data"), 400, "InvalidInput");
        refused(admin.send("POST", PACKAGES, new byte[0]), 400, "InvalidInput");
        refused(
                admin.send("POST", PACKAGES, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json"),
                415,
                "UnsupportedMediaType");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{oops",
                "[]",
                "null",
                "{\"group_id\":{\"a\":1}}",
                "{}",
                "{\"group_id\":\"x\",\"service\":\"postgres\",\"config\":{\"schema\":\"a\"}}",
                "{\"group_id\":\"x\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"Not A Name\"}}",
                "{\"group_id\":\"x\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"a\",\"secrets_list\":[{\"key\":\"k\"}]}}"
            })
    void json_that_is_none_or_of_another_form_is_400(String body) {
        refused(admin.json("POST", "/v1/connections", body), 400, "InvalidInput");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400000", "[1, {\"a\": 1e999}]", "DEEP"})
    void a_field_that_could_not_be_told_again_is_refused_by_name_and_hides_no_connection(String value) {
        String group = admin.json("POST", "/v1/groups", "{\"name\":\"g\"}").text("id");
        String field = value.equals("DEEP") ? "[".repeat(70) + "]".repeat(70) : value;
        String form =
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"a\"%s}%s}";

        Answer outside = admin.json("POST", "/v1/connections", form.formatted("", ",\"limit\":" + field));
        refused(outside, 400, "InvalidInput");
        assertThat(outside.message()).contains("limit has ");
        Answer inside = admin.json("POST", "/v1/connections", form.formatted(",\"limit\":" + field, ""));
        refused(inside, 400, "InvalidInput");
        assertThat(inside.message()).contains("config.limit has ");

        String made = admin.json("POST", "/v1/connections", form.formatted(",\"limit\":1e30", ""))
                .text("id");
        refused(
                admin.json("PATCH", "/v1/connections/" + made, "{\"limit\":" + field + ",\"paused\":true}"),
                400,
                "InvalidInput");
        refused(
                admin.json("PATCH", "/v1/connections/" + made + "/state", "{\"state\":{\"a\":" + field + "}}"),
                400,
                "InvalidInput");
        assertThat(admin.get("/v1/connections").items()).hasSize(1);
        assertThat(admin.delete("/v1/connections/" + made).status()).isEqualTo(200);
        assertThat(admin.delete("/v1/groups/" + group).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/groups, name",
        "POST, /v1/connections, limit",
        "PATCH, /v1/connections/x, limit",
        "POST, /v1/connections/x/sync, force",
        "PATCH, /v1/connections/x/state, state",
        "PUT, /v1/wharf/connections/x/deploys/y, id"
    })
    void bytes_that_are_no_utf_8_and_halves_of_characters_are_refused(String method, String path, String field) {
        for (String wrong : List.of("\u00ff", "\u00c3(", "\u00ed\u00a0\u0080", "\u00c0\u00af", "abc\u00e2\u0082")) {
            byte[] body = ("{\"" + field + "\":\"" + wrong + "\"}").getBytes(StandardCharsets.ISO_8859_1);
            Answer answer = admin.send(method, path, body, "Content-Type", "application/json");
            refused(answer, 400, "InvalidInput");
            assertThat(answer.message()).isEqualTo("The body is not valid UTF-8: send JSON, encoded as UTF-8.");
        }
        Answer half = admin.json(method, path, "{\"" + field + "\":\"a\\ud800b\"}");
        refused(half, 400, "InvalidInput");
        assertThat(half.message()).startsWith(field + " has half of a character");
    }

    @Test
    void a_body_without_a_type_is_looked_at_as_well() {
        Answer answer = admin.send("POST", "/v1/connections/x/sync", new byte[] {'{', (byte) 0xff, '}'});

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("The body is not valid UTF-8: send JSON, encoded as UTF-8.");
    }

    @Test
    void what_is_utf_8_is_kept_character_for_character() {
        String name = "Gr\u00f6\u00dfe \ud83d\ude00 \ufffd";

        Answer made = admin.json("POST", "/v1/groups", "{\"name\":\"" + name + "\"}");

        assertThat(made.text("name")).isEqualTo(name);
        assertThat(admin.delete("/v1/groups/" + made.text("id")).status()).isEqualTo(200);
    }

    @Test
    void the_digits_of_a_number_that_nobody_knows_are_kept() {
        String group = admin.json("POST", "/v1/groups", "{\"name\":\"digits\"}").text("id");
        String exact = "12345678901234567890.1234567890123";

        Answer made = admin.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"limit\":" + exact
                        + ",\"config\":{\"schema\":\"digits\",\"small\":1E-400}}");

        String one = "/v1/connections/" + made.text("id");
        assertThat(made.body()).contains("\"limit\":" + exact).contains("\"small\":1E-400");
        assertThat(admin.get(one).body()).contains("\"limit\":" + exact).contains("\"small\":1E-400");
        assertThat(admin.delete(one).status()).isEqualTo(200);
        assertThat(admin.delete("/v1/groups/" + group).status()).isEqualTo(200);
    }

    @Test
    void json_beyond_all_bounds_is_refused() {
        refused(admin.json("POST", "/v1/connections", "[".repeat(100_000)), 400, "InvalidInput");
        refused(
                admin.json("POST", "/v1/connections", "{\"a\":\"" + "x".repeat(3_000_000) + "\"}"),
                413,
                "PayloadTooLarge");
    }

    @Test
    void other_types_methods_and_paths_are_refused_in_the_same_form() {
        refused(admin.get(PACKAGES, "Accept", "text/html"), 406, "NotAcceptable");
        refused(admin.send("PUT", PACKAGES, null), 405, "MethodNotAllowed");
        refused(admin.get("/v1/none"), 404, "NotFound");
        refused(admin.get("/none"), 404, "NotFound");
        refused(
                admin.send(
                        "POST", "/v1/connections", "<a/>".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml"),
                415,
                "UnsupportedMediaType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "x-gzip", "GZIP", "gzip, gzip", "br", "zstd"})
    void compressed_requests_are_415_and_never_unpacked(String encoding) throws IOException {
        byte[] bomb = encoding.equals("deflate") ? deflatedZeros(64 * 1024 * 1024) : gzipOfZeros(64 * 1024 * 1024);

        refused(
                admin.send(
                        "POST",
                        "/v1/connections",
                        bomb,
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        encoding),
                415,
                "UnsupportedMediaType");
        refused(
                admin.send(
                        "POST",
                        PACKAGES,
                        bomb,
                        "Content-Type",
                        "multipart/form-data; boundary=a-boundary",
                        "Content-Encoding",
                        encoding),
                415,
                "UnsupportedMediaType");
    }

    @Test
    void an_announced_size_beyond_the_limit_is_413_before_the_body_is_sent() throws IOException {
        String answer = raw("POST " + PACKAGES + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + basic()
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 300000000\r\n\r\n--b\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"PayloadTooLarge\"");
    }

    @Test
    void garbage_instead_of_http_is_400_in_the_same_form() throws IOException {
        assertThat(raw("\u0016\u0003\u0001 garbage\r\n\r\n")).contains(" 400 ").contains("\"code\":\"InvalidInput\"");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(70_000) + "\r\n\r\n"))
                .contains(" 413 ")
                .contains("\"code\":\"PayloadTooLarge\"");
    }

    @Test
    void a_client_that_leaves_half_way_leaves_nothing_behind() throws IOException {
        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            socket.getOutputStream()
                    .write(("POST " + PACKAGES + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + basic()
                                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000000\r\n\r\n--b\r\n"
                                    + Calls.FILE_PART + "\r\n\r\n" + "a".repeat(1_000_000))
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            Waiting.until(this::somethingIsReceived);
        }
        Waiting.until(() -> !somethingIsReceived());
    }

    /** Much more than the buffers between client and server hold, so that somebody has to take it off the connection. */
    @ParameterizedTest
    @CsvSource({
        "PATCH, /v1/connector-sdk/packages/no_such, file, 404",
        "POST, /v1/connector-sdk/packages, another, 400",
    })
    void a_refused_upload_does_not_stop_the_connection(String method, String path, String part, int status)
            throws IOException {
        byte[] form = Calls.form(
                List.of(new Part("Content-Disposition: form-data; name=\"" + part + "\"", new byte[16 * 1024 * 1024])));
        String authorization = "\r\nHost: x\r\nAuthorization: " + basic() + "\r\n";

        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.1" + authorization
                            + "Content-Type: multipart/form-data; boundary=a-boundary\r\nContent-Length: " + form.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(form);
            out.write(("GET /v1/groups HTTP/1.1" + authorization + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 " + status + " ").contains("HTTP/1.1 200 ");
        }
    }

    private boolean somethingIsReceived() {
        try (Stream<Path> files = Files.walk(data.resolve("archives"))) {
            return files.anyMatch(file -> file.toString().endsWith(".part"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return true;
        }
    }

    private String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (credentials.key() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.setSoTimeout(20_000);
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                if (answer.indexOf("}") > 0) {
                    break;
                }
            }
            return answer.toString();
        }
    }

    private static byte[] gzipOfZeros(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < size / zeros.length; i++) {
                gzip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] deflatedZeros(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(bytes)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < size / zeros.length; i++) {
                deflate.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json()).containsOnlyKeys("code", "message");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message())
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("micronaut")
                .doesNotContain("java.");
    }
}
