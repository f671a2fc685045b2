package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sends byte by byte does not hold a slot for ever. */
class SlowUploadTest {
    @TempDir
    Path data;

    @Test
    void an_upload_that_trickles_is_ended_with_408_and_frees_its_slot() throws IOException {
        try (RunningServer server =
                new RunningServer(data, Map.of("wharf.upload-time", "300ms", "wharf.concurrent-uploads", 1))) {
            Credentials credentials = server.newKey("slow", Role.MEMBER);

            assertThat(trickle(server, credentials))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\":\"RequestTimeout\"");
            Calls calls = server.as(credentials);
            Waiting.until(() -> calls.upload(Zips.connector("# x")).status() == 201);
            assertThat(calls.get(Calls.PACKAGES).items()).hasSize(1);
        }
    }

    @Test
    void a_silent_upload_is_ended_with_408_long_before_its_time_is_up() throws IOException {
        try (RunningServer server = new RunningServer(data, Map.of("wharf.upload-patience", "300ms"))) {
            Credentials credentials = server.newKey("slow", Role.MEMBER);

            try (Socket socket = begin(server, credentials)) {
                assertThat(answer(socket)).startsWith("HTTP/1.1 408 ").contains("\"code\":\"RequestTimeout\"");
            }
        }
    }

    @Test
    void uploads_that_one_member_lets_trickle_leave_room_for_another_member() throws IOException {
        try (RunningServer server =
                new RunningServer(data, Map.of("wharf.upload-patience", "1h", "wharf.upload-time", "1h"))) {
            Credentials slow = server.newKey("slow", Role.MEMBER);
            Calls other = server.as(server.newKey("other", Role.MEMBER));
            List<Socket> trickling = new ArrayList<>();
            try {
                for (int i = 0; i < 16; i++) {
                    trickling.add(begin(server, slow));
                }
                Waiting.until(() -> answered(trickling).size() == 8);
                for (Socket each : answered(trickling)) {
                    assertThat(answer(each)).startsWith("HTTP/1.1 429 ").containsIgnoringCase("Retry-After: 1");
                }
                for (Socket each : trickling) {
                    send(each, "a");
                }

                assertThat(other.upload(Zips.connector("# y")).status()).isEqualTo(201);
            } finally {
                for (Socket each : trickling) {
                    each.close();
                }
            }
        }
    }

    private static List<Socket> answered(List<Socket> sockets) {
        return sockets.stream()
                .filter(socket -> {
                    try {
                        return socket.getInputStream().available() > 0;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** Begins an upload, and leaves it at that. */
    private static Socket begin(RunningServer server, Credentials credentials) throws IOException {
        Socket socket = new Socket(server.url().getHost(), server.url().getPort());
        socket.setSoTimeout(20_000);
        String basic = Base64.getEncoder()
                .encodeToString((credentials.key() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
        send(
                socket,
                "POST " + Calls.PACKAGES + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + basic
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n--b\r\n"
                        + Calls.FILE_PART + "\r\n\r\n");
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        byte[] answer = new byte[4096];
        int count = socket.getInputStream().read(answer);
        return count < 0 ? "" : new String(answer, 0, count, StandardCharsets.UTF_8);
    }

    /** Sends a byte at a time until an answer comes. */
    private static String trickle(RunningServer server, Credentials credentials) throws IOException {
        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            socket.setSoTimeout(20);
            String basic = Base64.getEncoder()
                    .encodeToString((credentials.key() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
            send(
                    socket,
                    "POST " + Calls.PACKAGES + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + basic
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n--b\r\n"
                            + Calls.FILE_PART + "\r\n\r\n");
            byte[] answer = new byte[4096];
            while (true) {
                try {
                    int count = socket.getInputStream().read(answer);
                    return count < 0 ? "" : new String(answer, 0, count, StandardCharsets.UTF_8);
                } catch (SocketTimeoutException notYet) {
                    send(socket, "a");
                }
            }
        } catch (SocketException closed) {
            return "";
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
