package dev.wharf.deployment;

import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationName;
import dev.wharf.model.SourceRevision;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy shall reach.
 *
 * @param destination the destination's name
 * @param connection the connection's name within it
 * @param settings what else is asked for of the connection; its package and setup tests are ignored
 * @param createDestination whether a destination that does not exist is made; otherwise that is a failure
 * @param way how a connection that has a package gets another file
 * @param runSetupTests whether the connection is tested at the end
 * @param rollback whether the archive ran before, and is to run again; for the journal
 * @param source what the archive was built from, for the journal; null if that is not known
 */
public record DeployRequest(
        DestinationName destination,
        ConnectionName connection,
        ConnectionSettings settings,
        boolean createDestination,
        Way way,
        boolean runSetupTests,
        boolean rollback,
        @Nullable SourceRevision source) {
    /** How a connection that has a package gets another file. */
    public enum Way {
        /** In place; by a new package if the present one belongs to somebody else. */
        AUTOMATIC,
        /** The file of its package is replaced. A sync that is running ends on the old one. */
        IN_PLACE,
        /** It is given a new package. The old one is deleted then, if it is ours to delete. */
        REPOINT
    }

    /**
     * A deploy that asks for nothing special.
     *
     * @param destination the destination's name
     * @param connection the connection's name within it
     * @param settings what else is asked for of the connection
     * @return the request
     */
    public static DeployRequest of(
            DestinationName destination, ConnectionName connection, ConnectionSettings settings) {
        return new DeployRequest(destination, connection, settings, false, Way.AUTOMATIC, false, false, null);
    }

    /**
     * The same, which also makes the destination.
     *
     * @param create whether a destination that does not exist is made
     * @return the request
     */
    public DeployRequest creatingDestination(boolean create) {
        return new DeployRequest(destination, connection, settings, create, way, runSetupTests, rollback, source);
    }

    /**
     * The same by another way.
     *
     * @param other how a connection that has a package gets another file
     * @return the request
     */
    public DeployRequest by(Way other) {
        return new DeployRequest(
                destination, connection, settings, createDestination, other, runSetupTests, rollback, source);
    }

    /**
     * The same, with the connection tested at the end or not.
     *
     * @param test whether to test it
     * @return the request
     */
    public DeployRequest testing(boolean test) {
        return new DeployRequest(destination, connection, settings, createDestination, way, test, rollback, source);
    }

    /**
     * The same, of an archive that ran before.
     *
     * @return the request
     */
    public DeployRequest asRollback() {
        return new DeployRequest(
                destination, connection, settings, createDestination, way, runSetupTests, true, source);
    }

    /**
     * The same, of an archive of which it is known what it was built from.
     *
     * @param revision what it was built from; null if that is not known
     * @return the request
     */
    public DeployRequest from(@Nullable SourceRevision revision) {
        return new DeployRequest(
                destination, connection, settings, createDestination, way, runSetupTests, rollback, revision);
    }
}
