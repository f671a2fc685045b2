package dev.wharf.testkit;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import java.io.IOException;
import java.time.Instant;

/**
 * What every {@link ArchiveStore} promises, as tests. Whoever writes a store inherits this class and says where its stores
 * come from; survival of a loss of power is for the store's own tests.
 */
public abstract class ArchiveStoreContract
        implements ArchiveStagingContract, ArchiveKeepingContract, ArchiveDeletionContract, ArchiveChannelsContract {
    /** For implementations. */
    protected ArchiveStoreContract() {}

    /**
     * The store under test, at a place that is empty when a test begins.
     *
     * @return the same store at every call within one test
     */
    @Override
    public abstract ArchiveStore store();

    /**
     * A further store at the same place, as another process has it.
     *
     * @return another store object; {@link #store()} itself only if its place cannot have two
     */
    @Override
    public abstract ArchiveStore anotherStoreAtTheSamePlace();

    /**
     * Changes a kept archive behind the store's back.
     *
     * @param sha256 an archive that is kept
     * @param bytes what to put in its place
     * @throws IOException if that fails
     */
    @Override
    public abstract void corrupt(Sha256 sha256, byte[] bytes) throws IOException;

    /**
     * Makes a kept archive look as if published at another time.
     *
     * @param sha256 an archive that is kept
     * @param touchedAt the time
     * @throws IOException if that fails
     */
    @Override
    public abstract void age(Sha256 sha256, Instant touchedAt) throws IOException;

    /**
     * Counts the archives received but not published of which the place still holds something.
     *
     * @return 0 if every staged archive was closed
     * @throws IOException if that cannot be found out
     */
    @Override
    public abstract long leftovers() throws IOException;
}
