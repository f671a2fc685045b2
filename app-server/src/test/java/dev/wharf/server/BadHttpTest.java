package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadHttpTest extends RefusingServer {
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
                                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length:"
                                    + " 5000000\r\n\r\n--b\r\n"
                                    + Calls.FILE_PART + "\r\n\r\n" + "a".repeat(1_000_000))
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            Waiting.until(this::somethingIsReceived);
        }
        Waiting.until(() -> !somethingIsReceived());
    }

    private boolean somethingIsReceived() {
        try (Stream<Path> files = Files.walk(data.resolve("archives"))) {
            return files.anyMatch(file -> file.toString().endsWith(".part"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return true;
        }
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
}
