package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.NetworkFault.Direction;
import dev.wharf.testkit.NetworkFault.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A way that serves many connections one after the other, as long as a class of tests runs. */
@Timeout(60)
class FaultyNetworkTest {
    private ServerSocket server;
    private FaultyNetwork network;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        network = new FaultyNetwork(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        network.close();
        server.close();
    }

    private Socket call() throws IOException {
        return new Socket("localhost", network.url().getPort());
    }

    @Test
    void a_connection_that_both_sides_ended_is_let_go_of() throws IOException {
        try (Socket caller = call();
                Socket there = server.accept()) {
            caller.getOutputStream().write("question".getBytes(StandardCharsets.UTF_8));
            caller.shutdownOutput();
            assertThat(there.getInputStream().readAllBytes()).asString().isEqualTo("question");
            assertThat(network.open()).isEqualTo(1);
            there.getOutputStream().write("answer".getBytes(StandardCharsets.UTF_8));
            there.shutdownOutput();
            assertThat(caller.getInputStream().readAllBytes()).asString().isEqualTo("answer");

            while (network.open() > 0) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }

    @Test
    void whoever_calls_a_server_that_is_not_there_is_told_so() throws IOException {
        server.close();

        try (Socket caller = call()) {
            assertThat(caller.getInputStream().read()).isNegative();
        }
    }

    @Test
    void once_it_is_calm_nothing_goes_wrong_that_was_expected() throws IOException {
        network.expect(new NetworkFault("", Direction.REQUEST, 0, Kind.CORRUPT));
        network.slow(Duration.ofHours(1), 1);
        network.away();

        network.calm();

        try (Socket caller = call();
                Socket there = server.accept()) {
            caller.getOutputStream().write('q');
            assertThat(there.getInputStream().read()).isEqualTo('q');
            assertThat(network.hasStruck()).isFalse();
        }
    }
}
