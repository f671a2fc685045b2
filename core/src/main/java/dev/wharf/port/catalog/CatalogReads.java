package dev.wharf.port.catalog;

/**
 * What can be read of a catalog, by subject. Every list is in the order of creation, begins after a position, and costs the
 * same wherever it begins. Positions are positive and grow; 0 stands before all. Every method of every subject may throw
 * {@link dev.wharf.failure.StorageException}.
 *
 * <p>What is put in comes back equal, moments to the microsecond at least. Texts may hold any character that a Java string can,
 * also NUL. Identifiers and names that are asked for may be any text as well; of one that cannot be kept (with NUL, or half of
 * a surrogate pair) nothing is found.
 *
 * <p>Each of these answers costs nothing, may be kept, and shows at every call what the catalog then holds.
 */
public interface CatalogReads {
    /**
     * Packages.
     *
     * @return what is known of them
     */
    PackageRecords packages();

    /**
     * Archives that packages and deploys refer to.
     *
     * @return what is known of them
     */
    ArchiveReferences archives();

    /**
     * Destinations.
     *
     * @return what is known of them
     */
    DestinationRecords destinations();

    /**
     * Connections, and which package each runs.
     *
     * @return what is known of them
     */
    ConnectionRecords connections();

    /**
     * Configurations of connections, sealed.
     *
     * @return what is known of them
     */
    SecretRecords secrets();

    /**
     * Syncs of connections, and the states of their connectors.
     *
     * @return what is known of them
     */
    SyncRecords syncs();

    /**
     * Deploys.
     *
     * @return what is known of them
     */
    DeployRecords deploys();

    /**
     * Changes that were begun at an account elsewhere.
     *
     * @return those whose outcome is not known
     */
    BegunRecords begun();

    /**
     * Uploads that were sent with a key.
     *
     * @return what they became
     */
    UploadRecords uploads();

    /**
     * The record of changes.
     *
     * @return the record
     */
    AuditRecords audit();

    /**
     * An item and its place in the list.
     *
     * @param <T> what is listed
     * @param position its place; pass it as {@code after} to continue behind it
     * @param item the item
     */
    record Positioned<T>(long position, T item) {}
}
