package dev.wharf.port.catalog;

import java.util.function.Function;

/**
 * What a hosted registry knows: packages, connections, destinations, and the record of changes. Transactional. The rules
 * live in {@code dev.wharf.registry}; a catalog backs them where it can (unique names and bindings, references that exist).
 * Each reading method sees one consistent state. Whoever writes a catalog does so subject by subject: each has a contract
 * test of its own in {@code wharf-testkit}, beginning with {@link PackageRecords}, which needs no other.
 */
public interface PackageCatalog extends CatalogReads {
    /**
     * Runs a change as one transaction: when this returns, all of it is durable; when it throws, none of it happened.
     * Changes behave as if they ran one after the other, also those of other processes. Whoever reads meanwhile sees the state
     * before, without waiting, also in the thread of the change. A change cannot begin within another of the same catalog and
     * thread.
     *
     * @param <T> what the change answers
     * @param work what to do; may be run again from the start when it collides with another change, so it must have no
     *     effect but through its argument. What it throws ends the transaction and is thrown on
     * @return what the work answered
     * @throws dev.wharf.failure.StorageException if the catalog fails
     */
    <T> T change(Function<Change, T> work);

    /**
     * One change in progress, by subject. It sees what it did itself. What a method refuses it has not done, and the change can go
     * on. Neither the change nor what its methods return is for use by several threads, nor after the work has returned.
     */
    interface Change extends CatalogReads {
        @Override
        PackageRecords.Change packages();

        @Override
        ArchiveReferences.Change archives();

        @Override
        DestinationRecords.Change destinations();

        @Override
        ConnectionRecords.Change connections();

        @Override
        SecretRecords.Change secrets();

        @Override
        SyncRecords.Change syncs();

        @Override
        DeployRecords.Change deploys();

        @Override
        BegunRecords.Change begun();

        @Override
        UploadRecords.Change uploads();

        @Override
        AuditRecords.Change audit();
    }
}
