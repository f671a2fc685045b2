package dev.wharf.port;

/**
 * An archive that has been received whole, and can be read, but is not kept yet. Closing it without publishing it leaves
 * nothing behind.
 */
public interface StagedArchive extends StoredArchive, AutoCloseable {
    /**
     * Keeps the archive. When this returns, the bytes have been read back and compared, and survive a loss of power. If the
     * store has the archive already, that is success too, and its age begins anew (see
     * {@link ArchiveStore#deleteIfUntouchedSince}).
     *
     * @return the kept archive
     * @throws dev.wharf.failure.StorageException if it cannot be kept; then nothing of it is visible
     * @throws dev.wharf.failure.IntegrityException if the bytes read back are not those received
     */
    StoredArchive publish();

    /** Drops what was not published. Never fails: what cannot be dropped now is cleaned up later. */
    @Override
    void close();
}
