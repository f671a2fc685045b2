package dev.wharf.testkit;

import dev.wharf.port.Account;

/**
 * What every {@link Account} must do, with its packages, connections and destinations, whether it is hosted in this process
 * or reached over a network. A test extends this, and gives every test an account that holds nothing.
 */
public abstract class AccountContract
        implements PackageLifeContract,
                PackageUploadContract,
                PackageDownloadContract,
                ConditionalChangesContract,
                UploadKeysContract,
                PackageBindingContract,
                PackageRacesContract,
                OwnershipContract,
                RolesContract,
                AccountConnectionsContract,
                AccountSyncsContract,
                AccountSecretsContract,
                AccountDestinationsContract,
                PagingContract {
    /** For the account's test. */
    protected AccountContract() {}

    /**
     * The account as an administrator sees it.
     *
     * @return the same account at every call within one test; nothing in it when the test begins
     */
    @Override
    public abstract Account admin();

    /**
     * The same account as a member sees it.
     *
     * @param user the member's user id
     * @return the account, acting for that user
     */
    @Override
    public abstract Account member(String user);

    /**
     * The same account as one sees it who may only read.
     *
     * @return the account, acting for a reader
     */
    @Override
    public abstract Account reader();

    /**
     * How many bytes an archive may have in this account.
     *
     * @return the limit, small enough for a test to hold such an archive in memory, at least 1000
     */
    @Override
    public abstract int maxArchiveBytes();
}
