package dev.wharf.port.catalog;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.Fields;
import dev.wharf.model.SyncRun;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The last sync of each connection, and the state that its connector keeps between syncs. */
public interface SyncRecords {
    /**
     * Finds the last syncs that connections were told to begin.
     *
     * @param ids the connections, which need not exist; at most 1000
     * @return the syncs by their connections; nothing of those that never began one
     */
    Map<ConnectionId, SyncRun> find(Collection<ConnectionId> ids);

    /**
     * Finds the state of a connection, as whoever writes it has it.
     *
     * @param id the connection, which need not exist
     * @return the state, or empty if none was ever written
     */
    Optional<Fields> findState(ConnectionId id);

    /** Syncs within a change. */
    interface Change extends SyncRecords {
        /**
         * Keeps the last sync of a connection, in place of the one before.
         *
         * @param id the connection, which exists
         * @param last the sync; goes when the connection is deleted
         */
        void write(ConnectionId id, SyncRun last);

        /**
         * Keeps the state of a connection, in place of the one before.
         *
         * @param id the connection, which exists
         * @param state the state; goes when the connection is deleted
         */
        void writeState(ConnectionId id, Fields state);
    }
}
