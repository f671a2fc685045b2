package dev.wharf.packaging;

/**
 * Where the bytes of one entry are: all that is needed to read it once its headers were found to agree.
 *
 * @param entry what the archive's directory says of it
 * @param method how it is compressed
 * @param dataOffset where its bytes begin
 */
record EntryPlace(ArchiveEntry entry, int method, long dataOffset) {}
