package dev.wharf.server;

import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.port.Account;
import java.nio.file.Path;

/** Our client, over real sockets, through our server, to the hosted registry, keeps the contract of an account. */
class HttpAccountTest extends PublishedAccountContract {
    @Override
    RunningServer start(Path data) {
        return new RunningServer(data, LIMITS);
    }

    @Override
    Account connect(HttpAccountSettings settings) {
        return HttpAccount.connect(settings);
    }
}
