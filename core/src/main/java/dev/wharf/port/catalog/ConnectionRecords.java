package dev.wharf.port.catalog;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.List;
import java.util.Optional;

/** The connections that a catalog knows, each with the destination it writes to and the package it runs. */
public interface ConnectionRecords {
    /**
     * Finds a connection.
     *
     * @param id the connection
     * @return the connection, or empty
     */
    Optional<Connection> find(ConnectionId id);

    /**
     * Lists connections.
     *
     * @param filter which ones
     * @param after the position after which to begin
     * @param limit the most to return, at least 1
     * @return the connections that follow
     */
    List<Positioned<Connection>> list(ConnectionFilter filter, long after, int limit);

    /** Connections within a change. */
    interface Change extends ConnectionRecords {
        /**
         * Adds a connection. Its identifier is looked at first.
         *
         * @param connection the connection; its status and its setup tests are not kept
         * @param exclusive whether its package, if it has one, may have no other exclusive connection
         * @return false if the identifier is taken; then nothing was added and the change can go on
         * @throws dev.wharf.failure.BindingConflictException if both this and another connection of the package are exclusive;
         *     names the other
         * @throws dev.wharf.failure.ConflictException if the destination has a connection of that name
         * @throws dev.wharf.failure.NotFoundException if the package or the destination is not there
         */
        boolean insert(Connection connection, boolean exclusive);

        /**
         * Replaces what is known of a connection, found by its identifier.
         *
         * @param connection the connection, which exists; its identifier, destination, name and creation are not
         *     changed, its status and its setup tests are not kept
         * @param exclusive whether its package, if it has one, may have no other exclusive connection
         * @throws dev.wharf.failure.BindingConflictException if both this and another connection of the package are exclusive
         * @throws dev.wharf.failure.NotFoundException if the package is not there
         */
        void update(Connection connection, boolean exclusive);

        /**
         * Removes a connection with its configuration, its syncs, its state and its deploys.
         *
         * @param id the connection, which exists
         */
        void delete(ConnectionId id);
    }
}
