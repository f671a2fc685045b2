package dev.wharf.http.vendor;

import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceListener;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.port.Account;
import dev.wharf.settling.SettlingPolicy;
import dev.wharf.testkit.FaultyNetwork;
import dev.wharf.testkit.TransportContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Our client to an account with the vendor's quirks, over a network that fails. */
class VendorTransportTest extends TransportContract {
    private static final ResilienceSettings QUICK = ResilienceSettings.DEFAULT
            .withWaits(Duration.ofMillis(20), Duration.ofSeconds(1))
            .withSettling(SettlingPolicy.DEFAULT.withLooks(4, Duration.ofMillis(150)));

    private static VendorAccount vendor;
    private static HttpAccount direct;

    private final List<ResilientAccount> connected = new ArrayList<>();

    @BeforeAll
    static void start() {
        vendor = new VendorAccount();
        direct = HttpAccount.connect(HttpAccountSettings.of(vendor.url(), VendorAccount.KEY));
    }

    @AfterAll
    static void stop() {
        direct.close();
        vendor.close();
    }

    @AfterEach
    void disconnect() {
        connected.forEach(ResilientAccount::close);
    }

    @Override
    protected int serverPort() {
        return vendor.url().getPort();
    }

    @Override
    public Account connect(FaultyNetwork way, Duration deadline) {
        HttpAccountSettings settings =
                HttpAccountSettings.of(way.url(), VendorAccount.KEY).withReadTimeout(Duration.ofSeconds(1));
        ResilientAccount account =
                ResilientAccount.connect(settings, QUICK.withDeadline(deadline), ResilienceListener.NONE);
        connected.add(account);
        return account;
    }

    @Override
    public boolean resumesDownloads() {
        return false;
    }

    @Override
    public Account direct() {
        return direct;
    }
}
