package dev.wharf.port.catalog;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The packages that a catalog knows. */
public interface PackageRecords {
    /**
     * Finds a package. Its {@link ConnectorPackage#connectionIds()} are all connections that refer to it, in the order of their
     * creation; so it is in lists, too.
     *
     * @param id the package
     * @return the package, or empty
     */
    Optional<ConnectorPackage> find(PackageId id);

    /**
     * Tells which of some packages several connections refer to. One reading, however many they are.
     *
     * @param ids the packages, which need not exist; at most 1000
     * @return those of them that two connections or more refer to
     */
    Set<PackageId> findShared(Collection<PackageId> ids);

    /**
     * Lists packages.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the packages that follow
     */
    List<Positioned<ConnectorPackage>> list(long after, int limit);

    /** Packages within a change. */
    interface Change extends PackageRecords {
        /**
         * Adds a package.
         *
         * @param connectorPackage the package; its hash must be known; its connections and its {@code others()} are not kept
         * @return false if the identifier is taken; then nothing was added and the change can go on
         */
        boolean insert(ConnectorPackage connectorPackage);

        /**
         * Records a package's new file. If no other package refers to the old one, the catalog notes since when.
         *
         * @param id the package, which exists
         * @param sha256 the hash of the new file
         * @param by who replaced it
         * @param at when
         */
        void replaceFile(PackageId id, Sha256 sha256, UserId by, Instant at);

        /**
         * Removes a package. If no other package refers to its file, the catalog notes since when.
         *
         * @param id the package, which exists
         * @param at when
         * @throws dev.wharf.failure.PackageInUseException if connections refer to it; names all, the oldest first
         */
        void delete(PackageId id, Instant at);
    }
}
