package dev.wharf.port.catalog;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealedSecret;
import java.util.List;
import java.util.Set;

/** The configurations of connections, sealed. A catalog never sees what is in them. */
public interface SecretRecords {
    /**
     * Lists the configuration of a connection, in the order in which it was given.
     *
     * @param id the connection, which need not exist
     * @return its entries; empty if there are none
     */
    List<SealedSecret> list(ConnectionId id);

    /** Configurations within a change. */
    interface Change extends SecretRecords {
        /**
         * Replaces the whole configuration of a connection.
         *
         * @param id the connection, which exists
         * @param secrets its entries from now on, sealed; they go when the connection is deleted
         */
        void replace(ConnectionId id, List<SealedSecret> secrets);

        /**
         * The keys that configurations are sealed with. Costs the same however many there are.
         *
         * @return their identifiers
         */
        Set<String> sealingKeys();
    }
}
