package dev.wharf.settling;

import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What was done about an upload whose answer was lost.
 *
 * @param outcome what was done
 * @param sha256 the hash of the archive
 * @param packageId the package it is about; null if none was found
 */
public record Settlement(Outcome outcome, Sha256 sha256, @Nullable PackageId packageId) {
    /** What can be done. */
    public enum Outcome {
        /** The package had been made; it is returned as if its answer had come. */
        ADOPTED,
        /** It had not been made; the archive is sent again. */
        SENT_AGAIN,
        /** A package turned up beside the one returned, and was deleted. */
        SURPLUS_DELETED,
        /** A package turned up beside the one returned, and is left because it might be another's. */
        SURPLUS_LEFT,
        /** Whether it had been made could not be found out. */
        UNKNOWN
    }
}
