package dev.wharf.testkit.server;

import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.model.Role;
import dev.wharf.port.Account;
import dev.wharf.testkit.AccountContract;
import dev.wharf.testkit.SharedJournalContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tests talk to is an account like any other; and nothing of a test is left for the next. */
class PublishedContractTest extends AccountContract implements SharedJournalContract {
    private static final int MAX_BYTES = 100_000;

    @RegisterExtension
    static final WharfServer SERVER = WharfServer.builder()
            .setting("wharf.max-archive-bytes", MAX_BYTES)
            .setting("wharf.concurrent-uploads", 64)
            .setting("wharf.uploads-per-user", 64)
            .resettingBeforeEach()
            .start();

    private final Map<String, ResilientAccount> connected = new HashMap<>();

    @AfterEach
    void disconnect() {
        connected.values().forEach(ResilientAccount::close);
    }

    @Override
    public int maxArchiveBytes() {
        return MAX_BYTES;
    }

    @Override
    protected synchronized Account as(String user, Role role) {
        return connected.computeIfAbsent(
                user + role,
                key -> ResilientAccount.connect(HttpAccountSettings.of(SERVER.url(), SERVER.credentials(user, role))));
    }
}
