package dev.wharf.port;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;

/**
 * An account's connections of the service {@code connector_sdk} (the REST API's {@code /v1/connections}). A package is bound
 * by making or changing a connection that asks for it.
 *
 * <p>Every operation may also throw the failures that {@link PackageRegistry} names for all of its own.
 */
public interface Connections {
    /**
     * Lists connections, in an order that stays the same while pages are read; none comes twice. A page may hold fewer
     * than asked for and still have a successor.
     *
     * @param filter which ones
     * @param request which page
     * @return the page
     * @throws dev.wharf.failure.InvalidRequestException if the cursor is not one of this list's
     */
    Page<Connection> list(ConnectionFilter filter, PageRequest request);

    /**
     * Makes a connection, and binds the package asked for.
     *
     * @param connection what to make
     * @return the new connection
     * @throws dev.wharf.failure.NotFoundException if the destination or the package is not there
     * @throws dev.wharf.failure.BindingConflictException if another connection uses the package
     * @throws dev.wharf.failure.ConflictException if the destination has a connection of that name
     */
    Connection create(NewConnection connection);

    /**
     * Reads a connection.
     *
     * @param id the connection
     * @return the connection
     * @throws dev.wharf.failure.NotFoundException if there is none
     */
    Connection retrieve(ConnectionId id);

    /**
     * Updates a connection; other fields keep their values. Asking for another package unbinds the one before. Naming is decided when a
     * connection is made; asking for another does nothing.
     *
     * @param id the connection
     * @param settings what to change
     * @return the connection as it is now
     * @throws dev.wharf.failure.NotFoundException if the connection or the package is not there
     * @throws dev.wharf.failure.BindingConflictException if another connection uses the package
     */
    Connection update(ConnectionId id, ConnectionSettings settings);

    /**
     * Deletes a connection; its package is unbound then.
     *
     * @param id the connection
     * @throws dev.wharf.failure.NotFoundException if there is none
     */
    void delete(ConnectionId id);

    /**
     * Tests a connection's settings, as the account does after a change unless told not to. Tests that fail change nothing.
     *
     * @param id the connection
     * @return the connection with what came of the tests
     * @throws dev.wharf.failure.NotFoundException if there is none
     */
    Connection test(ConnectionId id);

    /**
     * Has a connection begin to sync now, unless it is at it. It is begun when this returns, not done.
     *
     * @param id the connection
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.ConflictException if it has no package that could run, or rests
     */
    default void sync(ConnectionId id) {
        sync(id, false);
    }

    /**
     * Has a connection begin to sync now. It is begun when this returns, not done.
     *
     * @param id the connection
     * @param force whether a sync that is under way is stopped for it; else that one goes on, and no other is begun
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.ConflictException if it has no package that could run, or rests
     */
    void sync(ConnectionId id, boolean force);

    /**
     * Has a connection begin to sync everything anew. It is begun when this returns, not done; if the connection rests, it begins once
     * that no longer does.
     *
     * @param id the connection
     * @param asked what else is asked for, by the REST API's names, such as {@code scope}
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.ConflictException if it has no package that could run
     * @throws dev.wharf.failure.InvalidRequestException if the account does not know what else is asked for
     */
    void resync(ConnectionId id, Fields asked);

    /**
     * Replaces the state that a connection's connector keeps between its syncs. It is read as
     * {@code connections/{id}/state} ({@link Account#read}).
     *
     * @param id the connection, which rests
     * @param state the state
     * @return the state as it is now
     * @throws dev.wharf.failure.NotFoundException if there is none
     * @throws dev.wharf.failure.ConflictException if it does not rest
     */
    Fields changeState(ConnectionId id, Fields state);
}
