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
     * @param notes what the caller's request wants, and what is to be said beside its answer
     * @return the account
     */
    Account of(Principal principal, ReadNotes notes);
}
