package dev.wharf.testkit;

import dev.wharf.port.Account;

/** What the parts of {@link AccountContract} run against. */
interface AccountFixture {
    Account admin();

    Account member(String user);

    Account reader();

    int maxArchiveBytes();
}
