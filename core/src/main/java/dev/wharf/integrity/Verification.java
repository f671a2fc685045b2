package dev.wharf.integrity;

import dev.wharf.port.ArchiveStore;
import org.jspecify.annotations.Nullable;

/**
 * What {@link VerifyingRegistry} does beyond comparing the hash that a registry reports.
 *
 * @param downloading whether an upload of which the registry reports no hash is downloaded and hashed
 * @param store where a package's previous file may be, to be put back after an update went wrong; null if it is not put back.
 *     Costs one read of the package before every update
 * @param fetching whether a previous file that is not in the store is downloaded before the update; only with a store, which
 *     holds it for as long as the update takes
 * @param maxBytes the largest previous file to download, in bytes
 */
public record Verification(boolean downloading, @Nullable ArchiveStore store, boolean fetching, long maxBytes) {
    /** Compares what is reported, and puts nothing back. */
    public static final Verification DEFAULT = new Verification(false, null, false, Long.MAX_VALUE);

    /**
     * The same, with uploads downloaded where the registry reports no hash.
     *
     * @param download whether to
     * @return what to do
     */
    public Verification withDownloading(boolean download) {
        return new Verification(download, store, fetching, maxBytes);
    }

    /**
     * The same, with previous files put back that a store has.
     *
     * @param archives the store
     * @return what to do
     */
    public Verification puttingBackFrom(ArchiveStore archives) {
        return new Verification(downloading, archives, fetching, maxBytes);
    }

    /**
     * The same, with previous files put back that a store has, and others downloaded into it before the update.
     *
     * @param archives the store
     * @param largest the largest file to download, in bytes; a larger one fails the update before it is begun
     * @return what to do
     */
    public Verification puttingBackThrough(ArchiveStore archives, long largest) {
        return new Verification(downloading, archives, true, largest);
    }
}
