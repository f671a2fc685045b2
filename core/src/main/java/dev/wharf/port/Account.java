package dev.wharf.port;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.AccountPath;
import dev.wharf.model.Fields;

/** What one user's credentials open. Safe for use by many threads. */
public interface Account {
    /**
     * Whose credentials these are; also a cheap check that they are good.
     *
     * @return the account
     * @throws dev.wharf.failure.NotAuthenticatedException if the credentials are not good
     */
    AccountInfo info();

    /**
     * The account's packages.
     *
     * @return the packages
     */
    PackageRegistry packages();

    /**
     * The account's connections.
     *
     * @return the connections
     */
    Connections connections();

    /**
     * The account's destinations.
     *
     * @return the destinations
     */
    Destinations destinations();

    /**
     * Reads what this model has no type for, as the REST API has it.
     *
     * @param path where it is
     * @return what is there
     * @throws dev.wharf.failure.NotFoundException if there is nothing, or this account knows no such path
     */
    default Fields read(AccountPath path) {
        throw new NotFoundException(
                NotFoundException.Resource.OTHER, "There is no such path.", "See /docs for the paths of this API.");
    }

    /**
     * What this account remembers of deploys. The vendor's service remembers none; a wharf-server does, for all who use it.
     *
     * @return the journal, {@link DeployJournal#NONE} if it keeps none
     */
    default DeployJournal journal() {
        return DeployJournal.NONE;
    }
}
