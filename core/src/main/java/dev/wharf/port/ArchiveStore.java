package dev.wharf.port;

import dev.wharf.model.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps archives by the hash of their bytes. Bytes are never rewritten, only added and deleted. Any number of threads may
 * use one store, and any number of stores, also in other processes, the same place.
 */
public interface ArchiveStore {
    /**
     * Receives an archive, hashing it on the way, without keeping it yet. Holds none of it in memory.
     *
     * @param source the bytes; opened once and read to the end
     * @param maxBytes the most bytes to accept
     * @return the received archive, which the caller closes
     * @throws dev.wharf.failure.TooLargeException if there are more bytes; no more than that many are read, and one
     * @throws dev.wharf.failure.InterruptedTransferException if the source fails or ends before its announced size
     * @throws dev.wharf.failure.StorageException if the bytes cannot be written
     */
    StagedArchive stage(ArchiveSource source, long maxBytes);

    /**
     * Finds a kept archive. Its bytes have been verified against the hash before this returns; an implementation may
     * remember that for as long as it can tell that the bytes were not touched since.
     *
     * @param sha256 the hash of the archive
     * @return the archive, or empty if the store does not have it
     * @throws dev.wharf.failure.IntegrityException if the bytes have changed; they are moved out of the way (quarantined),
     *     so that the next call answers empty and the archive can be stored anew
     * @throws dev.wharf.failure.StorageException if the bytes cannot be read
     */
    Optional<StoredArchive> find(Sha256 sha256);

    /**
     * Deletes an archive unless it was published or touched after a point in time. Atomic against a concurrent
     * {@link StagedArchive#publish()}: either the archive is gone and the publication stores it anew, or the publication
     * makes it young and it stays.
     *
     * @param sha256 the hash of the archive
     * @param cutoff archives published and touched before this are deleted
     * @return true if the archive was there and is gone
     * @throws dev.wharf.failure.StorageException if it cannot be deleted
     */
    boolean deleteIfUntouchedSince(Sha256 sha256, Instant cutoff);

    /**
     * Makes an archive as young as one published now, which is how a cache knows what is in use. Its bytes are not looked at.
     * Atomic against a concurrent deletion, like a publication.
     *
     * @param sha256 the hash of the archive
     * @return whether the store has it
     * @throws dev.wharf.failure.StorageException if it cannot be marked
     */
    boolean touch(Sha256 sha256);

    /**
     * Goes through all kept archives, in no particular order. What is added or deleted meanwhile may or may not be seen.
     *
     * @param visitor told of each archive's hash, its size in bytes, and when it was published or touched last
     * @throws dev.wharf.failure.StorageException if the store cannot be listed
     */
    void forEach(Consumer<Entry> visitor);

    /**
     * One kept archive, unread.
     *
     * @param sha256 its hash, unverified
     * @param length its size in bytes
     * @param touchedAt when it was published or touched last
     */
    record Entry(Sha256 sha256, long length, Instant touchedAt) {}
}
