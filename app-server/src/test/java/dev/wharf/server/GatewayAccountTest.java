package dev.wharf.server;

import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.Role;
import dev.wharf.port.Account;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** Our client, through our gateway, to our server, keeps the contract of an account. */
class GatewayAccountTest extends PublishedAccountContract {
    private RunningServer behind;

    @Override
    RunningServer start(Path data) {
        behind = new RunningServer(data.resolve("server"), LIMITS);
        return RunningGateway.before(
                behind.url(), behind.newKey("gateway", Role.ADMIN), data.resolve("gateway"), LIMITS);
    }

    @AfterAll
    void closeBehind() {
        behind.close();
    }

    @Override
    Account connect(HttpAccountSettings settings) {
        return HttpAccount.connect(settings);
    }
}
