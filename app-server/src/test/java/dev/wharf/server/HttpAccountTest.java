package dev.wharf.server;

import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.Role;
import dev.wharf.port.Account;
import dev.wharf.testkit.AccountContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Our client, over real sockets, through our server, to the hosted registry, keeps the contract of an account. */
class HttpAccountTest extends AccountContract {
    private static final int MAX_BYTES = 100_000;

    @TempDir
    Path directory;

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer(
                directory, Map.of("wharf.max-archive-bytes", MAX_BYTES, "wharf.concurrent-uploads", 64));
    }

    @AfterEach
    void stop() {
        accounts.values().forEach(this::close);
        server.close();
    }

    @Override
    public Account admin() {
        return as("root", Role.ADMIN);
    }

    @Override
    public Account member(String user) {
        return as(user, Role.MEMBER);
    }

    @Override
    public Account reader() {
        return as("guest", Role.READER);
    }

    @Override
    public int maxArchiveBytes() {
        return MAX_BYTES;
    }

    private Account as(String user, Role role) {
        return accounts.computeIfAbsent(
                user + role, key -> connect(HttpAccountSettings.of(server.url(), server.newKey(user, role))));
    }

    Account connect(HttpAccountSettings settings) {
        return HttpAccount.connect(settings);
    }

    void close(Account account) {
        ((HttpAccount) account).close();
    }
}
