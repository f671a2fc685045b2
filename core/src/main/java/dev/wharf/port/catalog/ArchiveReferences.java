package dev.wharf.port.catalog;

import dev.wharf.model.Sha256;
import java.time.Instant;

/** Which archives a catalog still needs: those that its packages refer to, or did until recently, or that deploys name. */
public interface ArchiveReferences {
    /**
     * Tells whether an archive must be kept: a package refers to it, or one did so recently, or a deploy names it
     * ({@link #isDeployed}).
     *
     * @param sha256 the archive
     * @param cutoff archives that lost their last package at or after this still count; any moment. Of an archive that lost
     *     several, the one noted last counts
     * @return true if it must be kept
     */
    boolean isNeeded(Sha256 sha256, Instant cutoff);

    /**
     * Whether an archive is kept because a deploy names it, so that it can run again.
     *
     * @param sha256 the archive
     * @return true if one does that was not yet crowded out by later ones
     */
    boolean isDeployed(Sha256 sha256);

    /** Archives within a change. */
    interface Change extends ArchiveReferences {
        /**
         * Forgets since when no package refers to an archive, because its bytes are gone.
         *
         * @param sha256 the archive
         */
        void forget(Sha256 sha256);
    }
}
