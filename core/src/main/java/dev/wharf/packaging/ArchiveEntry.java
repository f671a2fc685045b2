package dev.wharf.packaging;

/**
 * One file or directory of an archive, as the archive's directory describes it.
 *
 * @param name its name, {@code /}-separated, ending in {@code /} for a directory
 * @param size its size in bytes when unpacked
 * @param compressedSize its size in bytes within the archive
 * @param crc32 its checksum, unsigned
 * @param isExecutable whether its owner may execute it, where the archive tells
 */
public record ArchiveEntry(String name, long size, long compressedSize, long crc32, boolean isExecutable) {
    /**
     * Whether this is a directory.
     *
     * @return true for a directory
     */
    public boolean isDirectory() {
        return name.endsWith("/");
    }
}
