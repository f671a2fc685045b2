package dev.wharf.packaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The headers of one entry we write. Nothing in them depends on when, where or by which Java they are written: one fixed
 * time, no extra fields, two modes, bytes stored as they are.
 *
 * @param name the entry's name
 * @param crc32 its checksum
 * @param size its size in bytes, below 4 GiB
 * @param isExecutable whether its owner may execute it
 * @param offset where its local header is, below 4 GiB
 */
record ZipEntryHeaders(String name, long crc32, long size, boolean isExecutable, long offset) {
    private static final int VERSION = 20;
    /** 1980-02-01 00:00:00: the first month would make some writers add a field that depends on the time zone. */
    private static final int DATE = (2 << 5) | 1;

    private static final int TIME = 0;
    private static final int MODE_PLAIN = ZipFormat.UNIX_REGULAR | 0644;
    private static final int MODE_EXECUTABLE = ZipFormat.UNIX_REGULAR | 0755;

    byte[] local() {
        byte[] rawName = rawName();
        byte[] bytes = new byte[ZipFormat.LOCAL_HEADER_SIZE + rawName.length];
        ByteBuffer header = littleEndian(bytes);
        header.putInt(ZipFormat.LOCAL_HEADER).putShort((short) VERSION);
        putCommon(header, rawName);
        header.put(rawName);
        return bytes;
    }

    byte[] central() {
        byte[] rawName = rawName();
        byte[] bytes = new byte[ZipFormat.CENTRAL_HEADER_SIZE + rawName.length];
        ByteBuffer header = littleEndian(bytes);
        header.putInt(ZipFormat.CENTRAL_HEADER);
        header.putShort((short) (ZipFormat.MADE_BY_UNIX << 8 | VERSION)).putShort((short) VERSION);
        putCommon(header, rawName);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt((isExecutable ? MODE_EXECUTABLE : MODE_PLAIN) << 16);
        header.putInt((int) offset);
        header.put(rawName);
        return bytes;
    }

    static byte[] end(int entries, long directoryOffset, long directorySize) {
        byte[] bytes = new byte[ZipFormat.END_RECORD_SIZE];
        ByteBuffer record = littleEndian(bytes);
        record.putInt(ZipFormat.END_RECORD).putShort((short) 0).putShort((short) 0);
        record.putShort((short) entries).putShort((short) entries);
        record.putInt((int) directorySize).putInt((int) directoryOffset).putShort((short) 0);
        return bytes;
    }

    /** What both headers have in a row: flags, method, time, date, checksum, sizes, lengths. */
    private void putCommon(ByteBuffer header, byte[] rawName) {
        header.putShort((short) ZipFormat.FLAG_UTF8).putShort((short) ZipFormat.STORED);
        header.putShort((short) TIME).putShort((short) DATE);
        header.putInt((int) crc32).putInt((int) size).putInt((int) size);
        header.putShort((short) rawName.length).putShort((short) 0);
    }

    private byte[] rawName() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
