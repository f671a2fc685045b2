package dev.wharf.server;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import dev.wharf.testkit.FaultyNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server and, by a network that may fail, a gateway to it. */
abstract class TwoServers {
    static final byte[] ONE = Zips.connector("# one");

    @TempDir
    Path directory;

    RunningServer server;
    Credentials upstreamKey;
    FaultyNetwork network;
    RunningServer gateway;
    Calls behind;
    Calls calls;

    @BeforeEach
    void start() {
        server = new RunningServer(directory.resolve("server"));
        upstreamKey = server.newKey("the_gateway", Role.ADMIN);
        behind = server.as(upstreamKey);
        network = new FaultyNetwork(server.url().getPort());
        gateway = gateway(Map.of());
        calls = gateway.asAdmin();
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        network.close();
        server.close();
    }

    RunningServer gateway(Map<String, Object> settings) {
        Map<String, Object> quick = new HashMap<>(Map.of(
                "wharf.upstream.circuit-open",
                "100ms",
                "wharf.upstream.attempts",
                1,
                "wharf.upstream.timeout",
                "5s",
                "wharf.upstream.patience",
                "30s"));
        quick.putAll(settings);
        return RunningGateway.before(network.url(), upstreamKey, directory.resolve("gateway"), quick);
    }

    static String path(Answer made) {
        return Calls.PACKAGES + "/" + made.text("id");
    }
}
