package dev.wharf.server.request;

import dev.wharf.model.Principal;
import dev.wharf.port.Account;

/** The account that is published, as each caller sees it. */
@FunctionalInterface
public interface Accounts {
    /**
     * The account on behalf of a caller.
     *
     * @param principal the caller
     * @return the account
     */
    Account of(Principal principal);
}
