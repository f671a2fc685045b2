package dev.wharf.deployment;

import dev.wharf.deployment.PackageUse.RunBy;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a deploy does to an account, or would do. */
public sealed interface DeployStep {
    /**
     * Makes a destination.
     *
     * @param name its name
     */
    record MakeDestination(DestinationName name) implements DeployStep {}

    /**
     * Keeps a package's present file, so that it can be put back.
     *
     * @param packageId the package
     * @param sha256 the hash of its file; null if the account does not tell
     */
    record KeepPresent(PackageId packageId, @Nullable Sha256 sha256) implements DeployStep {}

    /**
     * Makes a new package.
     *
     * @param sha256 the hash of its file
     * @param bytes how many bytes are sent
     */
    record Upload(Sha256 sha256, long bytes) implements DeployStep {}

    /**
     * Replaces a package's file.
     *
     * @param packageId the package
     * @param from the hash of its present file; null if the account does not tell
     * @param to the hash of the new one
     * @param bytes how many bytes are sent
     * @param others the other connections that run it, which get the new file too
     */
    record Replace(PackageId packageId, @Nullable Sha256 from, Sha256 to, long bytes, List<RunBy> others)
            implements DeployStep {
        /**
         * Copies the list.
         *
         * @param packageId the package
         * @param from the hash of its present file
         * @param to the hash of the new one
         * @param bytes how many bytes are sent
         * @param others the other connections that run it
         */
        public Replace {
            others = List.copyOf(others);
        }
    }

    /**
     * Makes a connection that runs the new package.
     *
     * @param name its name
     * @param settings what is asked for
     */
    record MakeConnection(ConnectionName name, ConnectionSettings settings) implements DeployStep {}

    /**
     * Changes a connection.
     *
     * @param connectionId the connection
     * @param settings what is changed beside the package; what is as asked for already is not in it
     * @param toNewPackage whether it is given the new package
     */
    record ChangeConnection(ConnectionId connectionId, ConnectionSettings settings, boolean toNewPackage)
            implements DeployStep {}

    /**
     * Deletes the package that the connection ran before.
     *
     * @param packageId the package
     */
    record DeletePrevious(PackageId packageId) implements DeployStep {}

    /**
     * Runs the connection's setup tests.
     *
     * @param connection the connection's name
     */
    record RunSetupTests(ConnectionName connection) implements DeployStep {}
}
