package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two servers in a row could read differently is refused, and the connection with it, as nobody knows where it ends. */
class RequestFormTest {
    private static final String NEXT = "GET /v1/groups HTTP/1.1\r\nHost: next\r\n\r\n";
    private static final String CHUNKS = "\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

    @TempDir
    static Path data;

    private static RunningServer server;
    private static String authorization;

    @BeforeAll
    static void start() {
        server = new RunningServer(data, Map.of("wharf.head-time", "500ms"));
        Credentials credentials = server.newKey("ann", Role.ADMIN);
        authorization = "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (credentials.key() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: x\r\nHost: x",
                "Host: x\r\nhost: y",
                "Host: a b",
                "Host: a, b",
                "Host: u@b",
                "Host: a/b",
                "Host: x\r\nX-A: b\r\n c",
                "Host: x\r\nX-A: b\r\n\tc",
                "Host: x\r\n \r\nX-A: b",
                "Host: x\r\nX-A : b",
                "Host: x\r\nX-A",
                "Host: x\r\n: b",
                "Host: x\nX-A: b",
                "Host: x\r\nX-A: b\rc",
                "Host: x\r\nX-A: b\u0000c",
                "Host: x\r\nX\u0000A: b",
                "Host: x\r\nX-A: b\u0001c",
                "Host: x\r\nAuthorization: Basic YTpi",
                "Host: x\r\nContent-Type: a/b\r\nContent-Type: c/d",
                "Host: x\r\nContent-Length: 2\r\nContent-Length: 2",
                "Host: x\r\nContent-Length: +2",
                "Host: x\r\nContent-Length: 2, 2",
                "Host: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked",
            })
    void a_head_that_could_be_read_in_two_ways_is_400_and_nothing_after_it_is_read(String headers) throws IOException {
        refused("GET /v1/groups HTTP/1.1\r\n" + authorization + "\r\n" + headers + (headers.isEmpty() ? "" : "\r\n")
                + "\r\n" + NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding:\tchunked",
                "Transfer-Encoding:  chunked",
                "Transfer-Encoding: chunked ",
                "Transfer-Encoding: chunked\t",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\r\n chunked",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked;a=b",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding:",
            })
    void a_transfer_encoding_that_is_not_plainly_chunked_is_400(String header) throws IOException {
        refused(post() + header + CHUNKS + NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2;a\nb\r\n{}\r\n0\r\n\r\n",
                "2;a\rb\r\n{}\r\n0\r\n\r\n",
                "2\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff2\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}XX0\r\n\r\n",
                "\r\n{}\r\n0\r\n\r\n",
            })
    void chunks_of_another_form_are_400(String chunks) throws IOException {
        refused(post() + "Transfer-Encoding: chunked\r\n\r\n" + chunks + NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  /v1/groups HTTP/1.1",
                " GET /v1/groups HTTP/1.1",
                "GET\t/v1/groups\tHTTP/1.1",
                "GET /v1/groups HTTP/1.2",
                "GET /v1/groups HTTP/2.0",
                "GET /v1/groups XTTP/1.1",
                "GET /v1/gr\u0001oups HTTP/1.1",
                "GET /v1/groups",
                "\u0000GET /v1/groups HTTP/1.1",
            })
    void a_request_line_of_another_form_is_400(String line) throws IOException {
        refused(line + "\r\nHost: x\r\n" + authorization + "\r\n\r\n" + NEXT);
    }

    @Test
    void what_is_as_it_must_be_is_taken_one_after_the_other_on_one_connection() throws IOException {
        String get = "GET /v1/groups HTTP/1.1\r\nHost: x\r\n" + authorization + "\r\n";
        String head = get.replace("GET", "HEAD");

        String answers =
                send(get + "\r\n\r\n" + post() + "Transfer-Encoding: chunked\r\n\r\n" + "2;a=b\r\n{}\r\n0\r\n\r\n"
                        + post() + "Content-Length: 2\r\n\r\n{}" + get + "\r\n" + head + "Connection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1\\.1 ", -1))
                .extracting(answer -> answer.isEmpty() ? "" : answer.substring(0, 3))
                .containsExactly("", "200", "400", "400", "200", "200");
        assertThat(answers).contains("name is missing").endsWith("\r\n\r\n");
    }

    @Test
    void a_head_that_does_not_end_in_time_is_let_go_of() throws IOException {
        assertThat(send("GET /v1/groups HTTP/1.1\r\nHost: x\r\nX-Slow: ")).isEmpty();
    }

    private static String post() {
        return "POST /v1/groups HTTP/1.1\r\nHost: x\r\n" + authorization + "\r\nContent-Type: application/json\r\n";
    }

    private static void refused(String request) throws IOException {
        String answer = send(request);

        assertThat(answer)
                .contains(" 400 ")
                .contains("\"code\":\"InvalidInput\"")
                .doesNotContain("Exception");
        assertThat(answer.split("\"code\"", -1)).hasSize(2);
    }

    /** Sends it, and reads until the server closes the connection. */
    private static String send(String request) throws IOException {
        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
