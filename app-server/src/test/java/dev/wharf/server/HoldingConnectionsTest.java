package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds a connection without giving or taking what it is for is let go of. */
class HoldingConnectionsTest {
    private static final int SMALL = 4096;

    @TempDir
    Path data;

    private RunningServer server;
    private Credentials member;
    private Socket socket;

    @BeforeEach
    void start() throws IOException {
        server = new RunningServer(
                data,
                Map.of(
                        "wharf.upload-patience", "300ms",
                        "wharf.answer-patience", "300ms",
                        "wharf.head-time", "10m",
                        "wharf.max-archive-bytes", 40_000_000));
        member = server.newKey("slow", Role.MEMBER);
        socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout(20_000);
        socket.connect(
                new InetSocketAddress(server.url().getHost(), server.url().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
    }

    @Test
    void a_body_of_json_that_trickles_is_ended() throws IOException {
        send(head("POST /v1/groups", member) + "Content-Type: application/json\r\nContent-Length: 900000\r\n\r\n{");

        Waiting.until(this::isLetGoOf);
    }

    @Test
    void what_is_left_of_a_refused_upload_may_not_trickle_for_ever() throws IOException {
        Credentials reader = server.newKey("reader", Role.READER);
        send(head("POST " + Calls.PACKAGES, reader)
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n--b\r\n");
        assertThat(answer()).startsWith("HTTP/1.1 403 ");

        Waiting.until(this::isLetGoOf);
    }

    @Test
    void a_download_that_nobody_takes_is_ended() throws IOException {
        String id = server.as(member)
                .upload(new SizedArchive(30_000_000).open().readAllBytes())
                .text("id");
        send(head("GET " + Calls.PACKAGES + "/" + id + "/download", member) + "\r\n");

        Waiting.until(this::isLetGoOf);
    }

    @Test
    void who_asks_for_more_at_once_than_is_answered_is_let_go_of() throws IOException {
        String one = head("GET /v1/groups", member) + "\r\n";

        Waiting.until(() -> {
            try {
                send(one.repeat(500));
                return false;
            } catch (IOException closed) {
                return true;
            }
        });

        assertThat(server.as(member).get("/v1/groups").status()).isEqualTo(200);
    }

    @Test
    void a_body_whose_length_is_not_told_is_no_longer_than_a_form_with_an_archive_can_be() throws IOException {
        send(head("POST " + Calls.PACKAGES, member)
                + "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = "100000\r\n" + "p".repeat(0x100000) + "\r\n";
        Waiting.until(() -> {
            try {
                send(chunk);
                return socket.getInputStream().available() > 0;
            } catch (IOException closed) {
                return true;
            }
        });

        assertThat(answer()).startsWith("HTTP/1.1 413 ").contains("\"code\":\"PayloadTooLarge\"");
    }

    /** A closed connection resets whoever goes on. */
    private boolean isLetGoOf() {
        try {
            send("a");
            return false;
        } catch (SocketException closed) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String answer() throws IOException {
        byte[] answer = new byte[SMALL];
        int count = socket.getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, count), StandardCharsets.UTF_8);
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String head(String line, Credentials credentials) {
        String pair = credentials.key() + ":" + credentials.secret();
        return line + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }
}
