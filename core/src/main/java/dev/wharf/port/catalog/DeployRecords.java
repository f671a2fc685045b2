package dev.wharf.port.catalog;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.DeployRecord;
import java.util.List;
import java.util.Optional;

/** The deploys that a catalog remembers. */
public interface DeployRecords {
    /**
     * Lists the deploys to a connection.
     *
     * @param connection the connection
     * @return the deploys, the one written first first
     */
    List<DeployRecord> list(ConnectionId connection);

    /**
     * Finds a deploy.
     *
     * @param id its id
     * @return what was last written of it, or empty
     */
    Optional<DeployRecord> find(String id);

    /** Deploys within a change. */
    interface Change extends DeployRecords {
        /**
         * Writes about a deploy to a connection; replaces what was written under its id before, and keeps its place. Of its
         * connection, those deploys stay that were written first last, and both archives that the last of these name are
         * needed. What was crowded out once does not come back.
         *
         * @param entry the deploy; its connection is not null, is the same in everything that is written of one deploy, and need
         *     not exist; goes when that is deleted
         * @param deploys how many deploys of the connection stay, at least 1
         * @param archives of how many the archives are needed
         */
        void write(DeployRecord entry, int deploys, int archives);
    }
}
