package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.server.Calls.Answer;
import dev.wharf.server.Calls.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, its answer says so in the API's form, and nothing is stored. */
class BadInputTest extends RefusingServer {
    private static final byte[] GOOD = Zips.connector("# fine");

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
}
