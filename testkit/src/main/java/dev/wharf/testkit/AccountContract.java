package dev.wharf.testkit;

import dev.wharf.model.Role;
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
     * The account as one of its users sees it. Nothing is in it when a test begins.
     *
     * @param user the user's id
     * @param role what the user may do
     * @return the same account at every call within one test, acting for that user
     */
    protected abstract Account as(String user, Role role);

    @Override
    public final Account admin() {
        return as("root", Role.ADMIN);
    }

    @Override
    public final Account member(String user) {
        return as(user, Role.MEMBER);
    }

    @Override
    public final Account reader() {
        return as("guest", Role.READER);
    }

    /**
     * How many bytes an archive may have in this account.
     *
     * @return the limit, small enough for a test to hold such an archive in memory, at least 1000
     */
    @Override
    public abstract int maxArchiveBytes();
}
