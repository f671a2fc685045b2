package dev.wharf.port;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What was deployed, when, by whom. Safe for many threads; any number of processes may use what is behind one.
 *
 * <p>Every method throws {@link dev.wharf.failure.StorageException} if what is behind cannot be read or written, and nothing was
 * written then.
 */
public interface DeployJournal {
    /** Keeps nothing. */
    DeployJournal NONE = new DeployJournal() {
        @Override
        public void write(DeployRecord entry) {
            // Nobody wants to know.
        }

        @Override
        public List<DeployRecord> list(ConnectionId connection) {
            return List.of();
        }
    };

    /**
     * Writes about a deploy; it is durable when this returns. What was written under the same id before is replaced.
     *
     * @param entry the deploy
     */
    void write(DeployRecord entry);

    /**
     * Lists the deploys to a connection.
     *
     * @param connection the connection
     * @return what was last written of each, the one that began first first
     */
    List<DeployRecord> list(ConnectionId connection);

    /**
     * Lists the deploys of which no connection is known, because they ended, or are, before they made it.
     *
     * @param name the name it was to have
     * @return what was last written of each, the one that began first first; empty also where a journal knows connections only
     */
    default List<DeployRecord> listWithoutConnection(ConnectionName name) {
        return List.of();
    }

    /**
     * Lists the deploys of a file that have begun and of which no end is written, to whatever connection, or to none yet.
     *
     * @param to the file's hash
     * @return what was last written of each, the one that began first first; empty where a journal cannot tell
     */
    default Optional<List<DeployRecord>> listBegun(Sha256 to) {
        return Optional.empty();
    }

    /**
     * Opens a file that a deploy in this journal names. Not every journal keeps files, and none for ever.
     *
     * @param sha256 the file's hash
     * @return the file, which the caller closes; empty if it is not kept here
     */
    default Optional<ArchiveDownload> openArchive(Sha256 sha256) {
        return Optional.empty();
    }
}
