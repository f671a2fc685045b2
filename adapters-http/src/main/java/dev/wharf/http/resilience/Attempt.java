package dev.wharf.http.resilience;

import dev.wharf.port.Account;

/**
 * One making of a call.
 *
 * @param account where to make it
 * @param mayHaveHappened whether an earlier attempt may have done what is asked, though its answer was lost
 */
record Attempt(Account account, boolean mayHaveHappened) {}
