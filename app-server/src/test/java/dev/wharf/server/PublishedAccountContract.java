package dev.wharf.server;

import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.Page;
import dev.wharf.model.Role;
import dev.wharf.port.Account;
import dev.wharf.testkit.AccountContract;
import dev.wharf.testkit.SharedJournalContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract of an account, asked of one over real sockets; the servers start once, and what a test made it deletes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PublishedAccountContract extends AccountContract implements SharedJournalContract {
    private static final int MAX_BYTES = 100_000;
    static final Map<String, Object> LIMITS =
            Map.of("wharf.max-archive-bytes", MAX_BYTES, "wharf.concurrent-uploads", 64, "wharf.uploads-per-user", 64);

    private final Map<String, Account> accounts = new HashMap<>();
    private RunningServer server;

    /** Starts the server that publishes the account. */
    abstract RunningServer start(Path data);

    /** Connects to it. */
    abstract Account connect(HttpAccountSettings settings);

    @BeforeAll
    void open(@TempDir Path data) {
        server = start(data);
    }

    @AfterAll
    void close() throws Exception {
        for (Account each : accounts.values()) {
            ((AutoCloseable) each).close();
        }
        server.close();
    }

    @AfterEach
    void deleteEverything() {
        for (Connection each :
                Page.<Connection>collectAll(page -> admin().connections().list(ConnectionFilter.ALL, page))) {
            admin().connections().delete(each.id());
        }
        for (ConnectorPackage each : Page.<ConnectorPackage>collectAll(admin().packages()::list)) {
            admin().packages().delete(each.id());
        }
        for (Destination each : Page.<Destination>collectAll(admin().destinations()::list)) {
            admin().destinations().delete(each.id());
        }
    }

    @Override
    public int maxArchiveBytes() {
        return MAX_BYTES;
    }

    @Override
    protected synchronized Account as(String user, Role role) {
        return accounts.computeIfAbsent(
                user + role, key -> connect(HttpAccountSettings.of(server.url(), server.newKey(user, role))));
    }
}
