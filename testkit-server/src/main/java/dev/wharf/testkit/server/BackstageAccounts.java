package dev.wharf.testkit.server;

import dev.wharf.server.request.Accounts;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Lets the server publish whatever registry a test has now. */
@Factory
@Requires(beans = Backstage.class)
final class BackstageAccounts {
    @Singleton
    @Replaces(Accounts.class)
    Accounts accounts(Backstage backstage) {
        return (principal, notes) -> backstage.hosted().accountOf(principal);
    }
}
