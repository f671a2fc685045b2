package dev.wharf.server;

import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.port.Account;

/** Trying hard changes nothing about what an account is. */
class ResilientAccountTest extends HttpAccountTest {
    @Override
    Account connect(HttpAccountSettings settings) {
        return ResilientAccount.connect(settings);
    }
}
