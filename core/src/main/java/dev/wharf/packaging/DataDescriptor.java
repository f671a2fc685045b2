package dev.wharf.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What follows an entry's bytes where its writer did not know checksum and sizes beforehand. Its signature is optional and its
 * sizes have 4 or 8 bytes, which nothing announces; so its form is known by its length.
 */
final class DataDescriptor {
    private static final int WITHOUT_SIGNATURE = 12;
    private static final int WIDE_WITHOUT_SIGNATURE = 20;
    private static final int SIGNATURE_SIZE = 4;

    private DataDescriptor() {}

    /** Whether some bytes are an entry's descriptor and nothing else. */
    static boolean isAt(ChannelBytes bytes, long position, long length, ZipHeader header) throws IOException {
        boolean signed =
                length == WITHOUT_SIGNATURE + SIGNATURE_SIZE || length == WIDE_WITHOUT_SIGNATURE + SIGNATURE_SIZE;
        long unsignedLength = signed ? length - SIGNATURE_SIZE : length;
        if (unsignedLength != WITHOUT_SIGNATURE && unsignedLength != WIDE_WITHOUT_SIGNATURE) {
            return false;
        }
        ByteBuffer descriptor = bytes.read(position, (int) length);
        if (signed && descriptor.getInt() != ZipFormat.DESCRIPTOR) {
            return false;
        }
        boolean wide = unsignedLength == WIDE_WITHOUT_SIGNATURE;
        return Integer.toUnsignedLong(descriptor.getInt()) == header.crc32()
                && size(descriptor, wide) == header.compressedSize()
                && size(descriptor, wide) == header.size();
    }

    private static long size(ByteBuffer descriptor, boolean wide) {
        return wide ? descriptor.getLong() : Integer.toUnsignedLong(descriptor.getInt());
    }
}
