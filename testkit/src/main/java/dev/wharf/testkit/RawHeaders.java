package dev.wharf.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The headers and records of a ZIP archive, with the numbers that they are given. */
final class RawHeaders {
    static final int LOCAL_HEADER = 0x04034b50;
    static final int CENTRAL_HEADER = 0x02014b50;
    private static final int ZIP64_END_RECORD = 0x06064b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;

    private RawHeaders() {}

    static byte[] local(RawZip.Entry e) {
        byte[] name = e.localName == null ? e.name : e.localName;
        return buffer(30 + name.length + e.localExtra.length)
                .putInt(e.localSignature)
                .putShort((short) 20)
                .putShort((short) or(e.localFlags, e.flags))
                .putShort((short) or(e.localMethod, e.method))
                .putInt(0)
                .putInt((int) or(e.localCrc, e.crc))
                .putInt((int) or(e.localCompressedSize, e.compressedSize))
                .putInt((int) or(e.localSize, e.size))
                .putShort((short) name.length)
                .putShort((short) e.localExtra.length)
                .put(name)
                .put(e.localExtra)
                .array();
    }

    static byte[] central(RawZip.Entry e, long offset) {
        return buffer(46 + e.name.length + e.extra.length + e.comment.length)
                .putInt(e.signature)
                .putShort((short) (e.madeBy << 8 | 20))
                .putShort((short) e.version)
                .putShort((short) e.flags)
                .putShort((short) e.method)
                .putInt(0)
                .putInt((int) e.crc)
                .putInt((int) e.compressedSize)
                .putInt((int) e.size)
                .putShort((short) e.name.length)
                .putShort((short) e.extra.length)
                .putShort((short) e.comment.length)
                .putInt(0)
                .putInt(e.mode << 16)
                .putInt((int) offset)
                .put(e.name)
                .put(e.extra)
                .put(e.comment)
                .array();
    }

    static byte[] zip64(RawZip.End numbers) {
        return buffer(56 + 20)
                .putInt(ZIP64_END_RECORD)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(numbers.disk)
                .putInt(numbers.directoryDisk)
                .putLong(numbers.entriesHere)
                .putLong(numbers.entries)
                .putLong(numbers.directorySize)
                .putLong(numbers.directoryOffset)
                .putInt(ZIP64_LOCATOR)
                .putInt(0)
                .putLong(numbers.zip64Offset)
                .putInt(1)
                .array();
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static long or(long set, long otherwise) {
        return set < 0 ? otherwise : set;
    }
}
