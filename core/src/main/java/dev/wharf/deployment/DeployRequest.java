package dev.wharf.deployment;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationName;
import dev.wharf.model.SourceRevision;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy shall reach.
 *
 * @param destination the destination's name, or its id
 * @param connection the connection's name within it, or its id
 * @param settings what else is asked for of the connection; its package and setup tests are ignored
 * @param createDestination whether a destination that does not exist is made; otherwise that is a failure
 * @param way how a connection that has a package gets another file
 * @param runSetupTests whether the connection is tested at the end
 * @param rollback whether the archive ran before, and is to run again; for the journal
 * @param source what the archive was built from, for the journal; null if that is not known
 * @param connectionId the connection itself, which must be there; then its name and its destination's are not looked for. Null to
 *     find or make it by name
 */
public record DeployRequest(
        DestinationName destination,
        ConnectionName connection,
        ConnectionSettings settings,
        boolean createDestination,
        Way way,
        boolean runSetupTests,
        boolean rollback,
        @Nullable SourceRevision source,
        @Nullable ConnectionId connectionId) {
    /** How a connection that has a package gets another file. */
    public enum Way {
        /** In place; by a new package if the present one belongs to somebody else. Refused if others run the package too. */
        AUTOMATIC,
        /** The file of its package is replaced. A sync that is running ends on the old one. Refused if others run it too. */
        IN_PLACE,
        /** It is given a new package. The old one is deleted then, if it is ours to delete and nobody runs it any more. */
        REPOINT,
        /** The file of its package is replaced, though other connections run it too: theirs changes with it. */
        SHARED
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
        return new DeployRequest(destination, connection, settings, false, Way.AUTOMATIC, false, false, null, null);
    }

    /**
     * The same, which also makes the destination.
     *
     * @param create whether a destination that does not exist is made
     * @return the request
     */
    public DeployRequest creatingDestination(boolean create) {
        return new DeployRequest(
                destination, connection, settings, create, way, runSetupTests, rollback, source, connectionId);
    }

    /**
     * The same by another way.
     *
     * @param other how a connection that has a package gets another file
     * @return the request
     */
    public DeployRequest by(Way other) {
        return new DeployRequest(
                destination,
                connection,
                settings,
                createDestination,
                other,
                runSetupTests,
                rollback,
                source,
                connectionId);
    }

    /**
     * The same, with the connection tested at the end or not.
     *
     * @param test whether to test it
     * @return the request
     */
    public DeployRequest testing(boolean test) {
        return new DeployRequest(
                destination, connection, settings, createDestination, way, test, rollback, source, connectionId);
    }

    /**
     * The same, of an archive that ran before.
     *
     * @return the request
     */
    public DeployRequest asRollback() {
        return new DeployRequest(
                destination, connection, settings, createDestination, way, runSetupTests, true, source, connectionId);
    }

    /**
     * The same, of an archive of which it is known what it was built from.
     *
     * @param revision what it was built from; null if that is not known
     * @return the request
     */
    public DeployRequest from(@Nullable SourceRevision revision) {
        return new DeployRequest(
                destination,
                connection,
                settings,
                createDestination,
                way,
                runSetupTests,
                rollback,
                revision,
                connectionId);
    }

    /**
     * The same to a connection that is known, whatever it is called.
     *
     * @param id the connection, which must be there
     * @return the request
     */
    public DeployRequest to(ConnectionId id) {
        return new DeployRequest(
                destination, connection, settings, createDestination, way, runSetupTests, rollback, source, id);
    }
}
