package dev.wharf.deployment;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.SetupTest;
import dev.wharf.model.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy did.
 *
 * @param outcome what changed
 * @param connectorPackage the package as it is now
 * @param connection the connection as it is now, which uses that package
 * @param previous the hash of what ran before; null if nothing did
 * @param sha256 the hash of the archive, found to be the package's
 * @param setupTests what came of the setup tests; empty if none were asked for
 */
public record DeployResult(
        Outcome outcome,
        ConnectorPackage connectorPackage,
        Connection connection,
        @Nullable Sha256 previous,
        Sha256 sha256,
        List<SetupTest> setupTests) {
    /** What a deploy can change. */
    public enum Outcome {
        /** The connection is new, and so is its package. */
        CREATED,
        /** The connection was there; the file of its package or its settings were changed, or it was given its first package. */
        UPDATED,
        /** The connection was there, and was given a new package in place of the old one. */
        REPOINTED,
        /** Everything was as asked for already; nothing was sent. */
        UNCHANGED,
        /** What ran earlier runs again. */
        ROLLED_BACK
    }

    /**
     * Copies the list.
     *
     * @param outcome what changed
     * @param connectorPackage the package as it is now
     * @param connection the connection as it is now
     * @param previous the hash of what ran before
     * @param sha256 the hash of the archive
     * @param setupTests what came of the setup tests
     */
    public DeployResult {
        setupTests = List.copyOf(setupTests);
    }

    /**
     * Whether the connection was tested and will not work as it is.
     *
     * @return true if a test failed or could not be run
     */
    public boolean testsFailed() {
        return setupTests.stream().anyMatch(SetupTest::failed);
    }
}
