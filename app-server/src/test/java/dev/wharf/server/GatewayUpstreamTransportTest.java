package dev.wharf.server;

import dev.wharf.cache.CacheSettings;
import dev.wharf.cache.CachedAccount;
import dev.wharf.cache.ReadTerms;
import dev.wharf.caching.ArchiveCache;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.gateway.Gateway;
import dev.wharf.gateway.GatewaySettings;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceListener;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.testkit.FaultyNetwork;
import dev.wharf.testkit.TransportContract;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Our gateway, over a network that fails, to our server. It gives nothing out that it keeps, so that
 * every call takes that way. */
class GatewayUpstreamTransportTest extends TransportContract {
    private static final String USER = "root";

    @TempDir
    static Path data;

    @TempDir
    Path received;

    private static RunningServer server;
    private static Credentials key;
    private static HttpAccount direct;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new RunningServer(data);
        key = server.newKey(USER, Role.ADMIN);
        direct = HttpAccount.connect(HttpAccountSettings.of(server.url(), key));
    }

    @AfterAll
    static void stop() {
        direct.close();
        server.close();
    }

    @AfterEach
    void disconnect() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Override
    protected int serverPort() {
        return server.url().getPort();
    }

    @Override
    public Account connect(FaultyNetwork way, Duration deadline) {
        HttpAccountSettings settings = HttpAccountSettings.of(way.url(), key).withReadTimeout(Duration.ofSeconds(1));
        ResilientAccount upstream = ResilientAccount.connect(
                settings, ResilientTransportTest.QUICK.withDeadline(deadline), ResilienceListener.NONE);
        opened.add(upstream);
        ExecutorService executor = Executors.newCachedThreadPool();
        opened.add(executor::shutdownNow);
        FileArchiveStore store = new FileArchiveStore(received);
        opened.add(store);
        CacheSettings forgetful =
                CacheSettings.DEFAULT.withFresh(Duration.ZERO, Duration.ZERO).withPatience(Duration.ofMinutes(1));
        CachedAccount cached = new CachedAccount(upstream, forgetful, InstantSource.system(), executor);
        return new Gateway(
                        new InMemoryCatalog(),
                        store,
                        new ArchiveCache(store, 0, InstantSource.system()),
                        GatewaySettings.DEFAULT,
                        InstantSource.system(),
                        change -> {})
                .accountOf(
                        new Principal(new UserId(USER), Role.ADMIN),
                        cached,
                        cached.view(ReadTerms.ASKING),
                        remarks -> {});
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
