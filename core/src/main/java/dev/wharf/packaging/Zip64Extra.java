package dev.wharf.packaging;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The sizes and the offset of a header, taken from its zip64 field where the header itself has no room for them.
 *
 * @param size unpacked size in bytes
 * @param compressedSize size in bytes within the archive
 * @param localOffset where the local header is
 */
record Zip64Extra(long size, long compressedSize, long localOffset) {

    static Zip64Extra of(ByteBuffer extra, long size, long compressedSize, long localOffset) {
        boolean wideSize = size == ZipFormat.MAX_32;
        boolean wideCompressed = compressedSize == ZipFormat.MAX_32;
        boolean wideOffset = localOffset == ZipFormat.MAX_32;
        if (!wideSize && !wideCompressed && !wideOffset) {
            return new Zip64Extra(size, compressedSize, localOffset);
        }
        ByteBuffer field = field(extra);
        Zip64Extra wide = new Zip64Extra(
                wideSize ? take(field) : size,
                wideCompressed ? take(field) : compressedSize,
                wideOffset ? take(field) : localOffset);
        if (wide.size < 0 || wide.compressedSize < 0 || wide.localOffset < 0) {
            throw Refusal.inconsistent("an entry's zip64 field holds impossible numbers.");
        }
        return wide;
    }

    private static ByteBuffer field(ByteBuffer extra) {
        List<ByteBuffer> fields = ExtraFields.of(extra, ZipFormat.ZIP64_EXTRA);
        if (fields.isEmpty()) {
            throw Refusal.inconsistent("an entry lacks the zip64 field its sizes need.");
        }
        if (fields.size() > 1) {
            throw Refusal.inconsistent("an entry has two zip64 fields.");
        }
        return fields.get(0);
    }

    private static long take(ByteBuffer field) {
        if (field.remaining() < Long.BYTES) {
            throw Refusal.inconsistent("an entry's zip64 field is too short.");
        }
        return field.getLong();
    }
}
