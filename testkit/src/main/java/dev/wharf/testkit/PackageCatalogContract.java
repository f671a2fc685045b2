package dev.wharf.testkit;

import dev.wharf.port.PackageCatalog;

/**
 * What every {@link PackageCatalog} must do. An adapter's test extends this, and gives every test an empty catalog.
 */
public abstract class PackageCatalogContract
        implements PackagesContract,
                ConnectionsContract,
                SealedSecretsContract,
                BindingContract,
                DestinationsContract,
                SyncsContract,
                ArchiveReferencesContract,
                AuditContract,
                BegunContract,
                CatalogDeploysContract,
                TransactionsContract,
                ConcurrentChangesContract {
    /** For the adapter's test. */
    protected PackageCatalogContract() {}

    /**
     * The catalog under test, empty when the test begins.
     *
     * @return the same catalog at every call within one test
     */
    @Override
    public abstract PackageCatalog catalog();

    /**
     * The same catalog as a new process would find it.
     *
     * @return a catalog that shares nothing with {@link #catalog()} but what is stored; where nothing outlives the
     *     process, that catalog itself
     */
    @Override
    public abstract PackageCatalog reopened();
}
