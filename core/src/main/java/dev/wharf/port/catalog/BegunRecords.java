package dev.wharf.port.catalog;

import dev.wharf.model.BegunChange;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The changes that were begun at an account elsewhere and whose outcome is not known. A gateway keeps them. */
public interface BegunRecords {
    /**
     * Lists the changes, in the order in which they were begun.
     *
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the changes that follow
     */
    List<Positioned<BegunChange>> list(long after, int limit);

    /**
     * Finds the upload that a user began with a key.
     *
     * @param user who uploads
     * @param key what they call it
     * @return the change, or empty
     */
    Optional<BegunChange> find(UserId user, UploadKey key);

    /** Such changes within a change of the catalog. */
    interface Change extends BegunRecords {
        /**
         * Adds a change that is about to be asked of an account elsewhere.
         *
         * @param begun the change, whose identifier nothing has yet
         */
        void begin(BegunChange begun);

        /**
         * Removes a change, because its outcome is known.
         *
         * @param id its identifier
         * @return false if there is none such, because somebody else removed it before
         */
        boolean settle(String id);

        /**
         * Notes that changes are still under way.
         *
         * @param ids their identifiers; those that are settled meanwhile are left out
         * @param until until when they are taken to be
         */
        void prolong(Collection<String> ids, Instant until);
    }
}
