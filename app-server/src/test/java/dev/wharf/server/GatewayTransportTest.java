package dev.wharf.server;

import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceListener;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.model.Role;
import dev.wharf.port.Account;
import dev.wharf.testkit.FaultyNetwork;
import dev.wharf.testkit.TransportContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Our client, over a network that fails, to our gateway in front of our server. */
class GatewayTransportTest extends TransportContract {
    @TempDir
    static Path data;

    private static RunningServer server;
    private static RunningServer gateway;
    private static Credentials key;
    private static HttpAccount direct;

    private final List<ResilientAccount> connected = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new RunningServer(data.resolve("server"));
        gateway = RunningGateway.before(
                server.url(), server.newKey("gateway", Role.ADMIN), data.resolve("gateway"), Map.of());
        key = gateway.newKey("root", Role.ADMIN);
        direct = HttpAccount.connect(HttpAccountSettings.of(gateway.url(), key));
    }

    @AfterAll
    static void stop() {
        direct.close();
        gateway.close();
        server.close();
    }

    @AfterEach
    void disconnect() {
        connected.forEach(ResilientAccount::close);
    }

    @Override
    protected int serverPort() {
        return gateway.url().getPort();
    }

    @Override
    public Account connect(FaultyNetwork way, Duration deadline) {
        HttpAccountSettings settings = HttpAccountSettings.of(way.url(), key).withReadTimeout(Duration.ofSeconds(1));
        ResilientAccount account = ResilientAccount.connect(
                settings, ResilientTransportTest.QUICK.withDeadline(deadline), ResilienceListener.NONE);
        connected.add(account);
        return account;
    }

    @Override
    public boolean resumesDownloads() {
        return true;
    }

    @Override
    public Account direct() {
        return direct;
    }
}
