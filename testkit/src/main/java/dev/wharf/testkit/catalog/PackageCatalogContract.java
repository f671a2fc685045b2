package dev.wharf.testkit.catalog;

/**
 * What every {@link dev.wharf.port.catalog.PackageCatalog} must do. An adapter's test extends this, and gives every test an
 * empty catalog. The contracts stand in the order in which a new adapter can be written: each needs only what stands
 * before it.
 */
public abstract class PackageCatalogContract
        implements PackageRecordsContract,
                ArchiveReferencesContract,
                DestinationRecordsContract,
                ConnectionRecordsContract,
                ConnectionUpdatesContract,
                BindingContract,
                SecretRecordsContract,
                SyncRecordsContract,
                DeployRecordsContract,
                BegunRecordsContract,
                UploadRecordsContract,
                AuditRecordsContract,
                ConcurrentChangesContract,
                TransactionsContract {
    /** For the adapter's test. */
    protected PackageCatalogContract() {}
}
