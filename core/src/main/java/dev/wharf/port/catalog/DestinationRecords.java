package dev.wharf.port.catalog;

import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The destinations that a catalog knows. */
public interface DestinationRecords {
    /**
     * Finds a destination.
     *
     * @param id the destination
     * @return the destination, or empty
     */
    default Optional<Destination> find(DestinationId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /**
     * Finds destinations. One reading, however many they are.
     *
     * @param ids the destinations, which need not exist; at most 1000
     * @return those that exist, in any order
     */
    List<Destination> find(Collection<DestinationId> ids);

    /**
     * Finds a destination by its name.
     *
     * @param name the exact name
     * @return the destination, or empty
     */
    Optional<Destination> find(DestinationName name);

    /**
     * Lists destinations.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the destinations that follow
     */
    List<Positioned<Destination>> list(long after, int limit);

    /** Destinations within a change. */
    interface Change extends DestinationRecords {
        /**
         * Adds a destination. Its identifier is looked at first, then its name.
         *
         * @param destination the destination; its {@code others()} are not kept
         * @return false if the identifier is taken; then nothing was added and the change can go on
         * @throws dev.wharf.failure.ConflictException if there is one of that name
         */
        boolean insert(Destination destination);

        /**
         * Gives a destination another name. To give it the name that it has changes nothing.
         *
         * @param id the destination, which exists
         * @param name the name
         * @throws dev.wharf.failure.ConflictException if there is another of that name
         */
        void rename(DestinationId id, DestinationName name);

        /**
         * Removes a destination.
         *
         * @param id the destination, which exists
         * @throws dev.wharf.failure.ConflictException if a connection writes to it
         */
        void delete(DestinationId id);
    }
}
