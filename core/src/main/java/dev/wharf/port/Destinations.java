package dev.wharf.port;

import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;

/**
 * An account's destinations (the REST API's {@code /v1/groups}).
 *
 * <p>Every operation may also throw the failures that {@link PackageRegistry} names for all of its own.
 */
public interface Destinations {
    /**
     * Lists destinations, in an order that stays the same while pages are read; none comes twice.
     *
     * @param request which page
     * @return the page
     * @throws dev.wharf.failure.InvalidRequestException if the cursor is not one of this list's
     */
    Page<Destination> list(PageRequest request);

    /**
     * Makes a destination.
     *
     * @param name its name
     * @return the new destination
     * @throws dev.wharf.failure.ConflictException if there is one of that name
     */
    Destination create(DestinationName name);

    /**
     * Reads a destination.
     *
     * @param id the destination
     * @return the destination
     * @throws dev.wharf.failure.NotFoundException if there is none
     */
    Destination retrieve(DestinationId id);

    /**
     * Gives a destination another name.
     *
     * @param id the destination
     * @param name the name
     * @return the destination as it is now
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.ConflictException if there is another of that name
     */
    Destination rename(DestinationId id, DestinationName name);

    /**
     * Deletes a destination that no connection writes to.
     *
     * @param id the destination
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.ConflictException if a connection writes to it
     */
    void delete(DestinationId id);
}
