package dev.wharf.http.vendor;

import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceListener;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.port.Account;
import dev.wharf.port.Pace;
import dev.wharf.testkit.BadDayContract;
import dev.wharf.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Our client on bad days of an account with the vendor's quirks. */
class VendorBadDayTest extends BadDayContract {
    private final VendorAccount vendor = new VendorAccount();
    private final List<ResilientAccount> connected = new ArrayList<>();

    @Override
    public ScriptedServer server() {
        return vendor;
    }

    @Override
    protected Account connect(Pace pace) {
        ResilientAccount account = ResilientAccount.connect(
                HttpAccountSettings.of(vendor.url(), VendorAccount.KEY),
                ResilienceSettings.DEFAULT,
                ResilienceListener.NONE,
                pace);
        connected.add(account);
        return account;
    }

    @AfterEach
    void stop() {
        connected.forEach(ResilientAccount::close);
        vendor.close();
    }
}
