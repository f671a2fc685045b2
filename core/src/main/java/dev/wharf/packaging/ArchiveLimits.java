package dev.wharf.packaging;

/**
 * What an archive may hold at most. Everything beyond is refused before it costs memory or time.
 *
 * @param maxBytes the most bytes of the archive itself
 * @param maxEntries the most entries
 * @param maxUnpackedBytes the most bytes all entries unpack to
 * @param maxDirectoryBytes the most bytes of the archive's own directory, which bounds the memory of reading it
 * @param maxRatio how many times its compressed size an entry, or all entries together, may unpack to; of no account up to
 *     {@link #RATIO_FLOOR} bytes unpacked
 */
public record ArchiveLimits(long maxBytes, int maxEntries, long maxUnpackedBytes, int maxDirectoryBytes, int maxRatio) {
    /** Up to so many bytes, unpacked, no ratio is too high: a small file of spaces harms nobody. */
    public static final long RATIO_FLOOR = 16L * 1024 * 1024;

    /**
     * 200 MiB, the size up to which the vendor's clients upload; 65 535 entries, as many as a plain ZIP archive can have;
     * 2 GiB unpacked; a directory of 16 MiB; a ratio of 200, which data does not reach (a table with but one column that
     * varies has 44, JSON documents of nothing but nulls 139) and a bomb needs: deflate can do 1032.
     */
    public static final ArchiveLimits DEFAULT =
            new ArchiveLimits(200L * 1024 * 1024, 65_535, 2L * 1024 * 1024 * 1024, 16 * 1024 * 1024, 200);

    /**
     * The same limits with another size.
     *
     * @param bytes the most bytes of the archive itself
     * @return the limits
     */
    public ArchiveLimits withMaxBytes(long bytes) {
        return new ArchiveLimits(bytes, maxEntries, maxUnpackedBytes, maxDirectoryBytes, maxRatio);
    }
}
