package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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
