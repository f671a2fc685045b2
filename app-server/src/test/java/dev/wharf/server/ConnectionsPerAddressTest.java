package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.TestCertificates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One address holds no more connections than it may, whatever it does with them. */
class ConnectionsPerAddressTest {
    private static final byte[] BEGIN_OF_A_HANDSHAKE = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};

    @TempDir
    Path directory;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket connect(RunningServer server) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setSoTimeout(500);
        socket.connect(
                new InetSocketAddress(server.url().getHost(), server.url().getPort()));
        return socket;
    }

    /** Taken and closed, or reset. */
    private static boolean isEnded(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean dribbles(Socket socket, byte[] bytes, int sent) {
        try {
            socket.getOutputStream().write(bytes[Math.min(sent, bytes.length - 1)]);
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    @Test
    void one_too_many_is_closed_at_once_and_counted() throws Exception {
        try (RunningServer server = new RunningServer(directory, Map.of("wharf.connections-per-address", 3))) {
            List<Socket> first = List.of(connect(server), connect(server), connect(server));

            assertThat(isEnded(connect(server))).isTrue();
            assertThat(isEnded(connect(server))).isTrue();

            assertThat(first).noneMatch(ConnectionsPerAddressTest::isEnded);
            first.get(0).close();
            first.get(1).close();
            Waiting.until(() -> isToldAsMetric(server));
        }
    }

    /** Refused as well until the server knows that the others are gone. */
    private static boolean isToldAsMetric(RunningServer server) {
        HttpRequest metrics =
                HttpRequest.newBuilder(URI.create(server.url() + "/prometheus")).build();
        try {
            String told = HttpClient.newHttpClient()
                    .send(metrics, BodyHandlers.ofString())
                    .body();
            return Pattern.compile("wharf_connections_refused_total [2-9]")
                    .matcher(told)
                    .find();
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void with_0_there_is_no_bound() throws IOException {
        try (RunningServer server = new RunningServer(directory, Map.of("wharf.connections-per-address", 0))) {
            for (int i = 0; i < 600; i++) {
                connect(server);
            }

            assertThat(isEnded(sockets.get(0))).isFalse();
            assertThat(isEnded(sockets.get(599))).isFalse();
        }
    }

    @Test
    void a_handshake_of_tls_that_is_not_finished_counts_and_is_ended() throws Exception {
        Path keys = new TestCertificates(directory).of("localhost", -1, 30);
        Map<String, Object> settings = Map.of(
                "wharf.connections-per-address",
                2,
                "micronaut.server.ssl.enabled",
                true,
                "micronaut.server.ssl.port",
                0,
                "micronaut.server.ssl.key-store.path",
                "file:" + keys,
                "micronaut.server.ssl.key-store.type",
                "PKCS12",
                "micronaut.server.ssl.key-store.password",
                TestCertificates.PASSWORD,
                "micronaut.server.ssl.handshake-timeout",
                "2s");
        try (RunningServer server = new RunningServer(directory.resolve("data"), settings)) {
            assertThat(server.url().getScheme()).isEqualTo("https");
            Socket silent = connect(server);
            Socket dribbling = connect(server);

            assertThat(isEnded(connect(server))).isTrue();

            int[] sent = new int[1];
            Waiting.until(() -> isEnded(dribbling) || !dribbles(dribbling, BEGIN_OF_A_HANDSHAKE, sent[0]++));
            Waiting.until(() -> isEnded(silent));
            assertThat(isEnded(connect(server))).isFalse();
        }
    }
}
