package dev.wharf.cli.target;

import dev.wharf.port.Account;
import dev.wharf.port.ArchiveStore;

/** An account being worked with, and the store its archives pass through. */
public interface OpenTarget extends AutoCloseable {
    /**
     * The account.
     *
     * @return the account, good until this is closed
     */
    Account account();

    /**
     * Where archives are staged before they are sent.
     *
     * @return the store, good until this is closed
     */
    ArchiveStore archives();

    /**
     * Whether destinations that do not exist are made when named: so it is in a registry of one's own.
     *
     * @return true if they are made
     */
    boolean makesDestinations();

    @Override
    void close();
}
