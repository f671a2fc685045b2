package dev.wharf.cli.target;

import dev.wharf.model.PackageId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
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
     * Downloads a package's archive, or takes it from the local cache. What comes over the network shows as progress until
     * the download is closed.
     *
     * @param id the package
     * @return the archive, verified at its end where its hash is known
     */
    ArchiveDownload download(PackageId id);

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

    /**
     * Where the files are kept that ran before, and where it is written down what was deployed.
     *
     * @return the records, good until this is closed
     */
    DeployRecords deploys();

    @Override
    void close();
}
