package dev.wharf.deployment;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;

/**
 * What a deploy did.
 *
 * @param outcome what changed
 * @param connectorPackage the package as it is now
 * @param connection the connection as it is now, which uses that package
 * @param sha256 the hash of the archive, found to be the package's
 */
public record DeployResult(Outcome outcome, ConnectorPackage connectorPackage, Connection connection, Sha256 sha256) {
    /** What a deploy can change. */
    public enum Outcome {
        /** The connection is new, and so is its package. */
        CREATED,
        /** The connection was there; its package or settings were changed, or it was given a package. */
        UPDATED,
        /** Everything was as asked for already; nothing was sent. */
        UNCHANGED
    }
}
