package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Where an archive's directory is, as the records at its end say.
 *
 * @param entries how many entries the directory announces
 * @param directoryOffset where the directory begins
 * @param directorySize how many bytes it has
 */
record ZipEnd(long entries, long directoryOffset, long directorySize) {
    private static final String SPLIT = "it is one part of an archive that was split into several files.";
    /** The signature and the size itself, which a zip64 end record does not count in its size. */
    private static final int ZIP64_UNCOUNTED = 12;

    static ZipEnd find(ChannelBytes bytes) throws IOException {
        long size = bytes.size();
        if (size == 0) {
            throw Refusal.because(Reason.EMPTY, "it is empty.", "Send the bytes of a ZIP archive.");
        }
        if (size < ZipFormat.END_RECORD_SIZE) {
            throw notZip(bytes, size);
        }
        int tailSize = (int) Math.min(size, ZipFormat.END_RECORD_SIZE + (long) ZipFormat.MAX_COMMENT_SIZE);
        long tailStart = size - tailSize;
        ByteBuffer tail = bytes.read(tailStart, tailSize);
        boolean another = false;
        boolean endsEarlier = false;
        for (int at = tailSize - ZipFormat.END_RECORD_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == ZipFormat.END_RECORD) {
                int end = at + ZipFormat.END_RECORD_SIZE + unsignedShort(tail, at + 20);
                if (end == tailSize) {
                    checkAlone(another);
                    return read(bytes, tail, at, tailStart + at);
                }
                another = true;
                endsEarlier |= end < tailSize;
            }
        }
        if (endsEarlier) {
            throw Refusal.inconsistent("it has bytes after its end.");
        }
        throw notZip(bytes, size);
    }

    /** Who unpacks may take another end record than we do, and so another directory: the last one, for example. */
    private static void checkAlone(boolean another) {
        if (another) {
            throw Refusal.inconsistent("its comment quotes an end record.");
        }
    }

    private static RuntimeException notZip(ChannelBytes bytes, long size) throws IOException {
        boolean beginsLikeZip = size >= 4 && bytes.read(0, 4).getInt() == ZipFormat.LOCAL_HEADER;
        return beginsLikeZip
                ? Refusal.because(Reason.TRUNCATED, "it is cut off.", "Build or send it again, complete.")
                : Refusal.because(Reason.NOT_A_ZIP, "it is not a ZIP archive.", "Send the bytes of a ZIP archive.");
    }

    private static ZipEnd read(ChannelBytes bytes, ByteBuffer tail, int at, long position) throws IOException {
        int disk = unsignedShort(tail, at + 4);
        int directoryDisk = unsignedShort(tail, at + 6);
        int entriesHere = unsignedShort(tail, at + 8);
        int entries = unsignedShort(tail, at + 10);
        long directorySize = Integer.toUnsignedLong(tail.getInt(at + 12));
        long directoryOffset = Integer.toUnsignedLong(tail.getInt(at + 16));
        ZipEnd zip64 = readZip64(bytes, position);
        if (zip64 != null) {
            // Some readers go by the one record, some by the other: whatever the plain one tells, it must tell the
            // same.
            if ((disk != ZipFormat.MAX_16 && disk != 0)
                    || (directoryDisk != ZipFormat.MAX_16 && directoryDisk != 0)
                    || (entriesHere != ZipFormat.MAX_16 && entriesHere != zip64.entries)
                    || (entries != ZipFormat.MAX_16 && entries != zip64.entries)
                    || (directorySize != ZipFormat.MAX_32 && directorySize != zip64.directorySize)
                    || (directoryOffset != ZipFormat.MAX_32 && directoryOffset != zip64.directoryOffset)) {
                throw Refusal.inconsistent("its two end records disagree.");
            }
            return zip64;
        }
        if (disk != 0 || directoryDisk != 0 || entriesHere != entries) {
            throw Refusal.inconsistent(SPLIT);
        }
        return checked(new ZipEnd(entries, directoryOffset, directorySize), position);
    }

    private static @Nullable ZipEnd readZip64(ChannelBytes bytes, long endPosition) throws IOException {
        long locatorPosition = endPosition - ZipFormat.ZIP64_LOCATOR_SIZE;
        if (locatorPosition < 0) {
            return null;
        }
        ByteBuffer locator = bytes.read(locatorPosition, ZipFormat.ZIP64_LOCATOR_SIZE);
        if (locator.getInt(0) != ZipFormat.ZIP64_LOCATOR) {
            return null;
        }
        if (locator.getInt(4) != 0 || locator.getInt(16) > 1) {
            throw Refusal.inconsistent(SPLIT);
        }
        long position = locator.getLong(8);
        // Directly before its locator, where also those readers look that do not go by the locator.
        if (position < 0 || position != locatorPosition - ZipFormat.ZIP64_END_RECORD_SIZE) {
            throw Refusal.inconsistent("its zip64 end record is not where it says.");
        }
        ByteBuffer end = bytes.read(position, ZipFormat.ZIP64_END_RECORD_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        if (end.getInt(0) != ZipFormat.ZIP64_END_RECORD
                || end.getLong(4) != ZipFormat.ZIP64_END_RECORD_SIZE - ZIP64_UNCOUNTED) {
            throw Refusal.inconsistent("its zip64 end record is not where it says.");
        }
        if (end.getInt(16) != 0 || end.getInt(20) != 0 || end.getLong(24) != end.getLong(32)) {
            throw Refusal.inconsistent(SPLIT);
        }
        return checked(new ZipEnd(end.getLong(32), end.getLong(48), end.getLong(40)), position);
    }

    /** The directory must lie directly before the end record: nothing in between, nothing twice, nothing before the file. */
    private static ZipEnd checked(ZipEnd end, long endPosition) {
        if (end.entries < 0
                || end.directorySize < 0
                || end.directoryOffset < 0
                || end.directoryOffset > endPosition
                || end.directoryOffset + end.directorySize != endPosition) {
            throw Refusal.inconsistent("its directory is not where its end record says.");
        }
        return end;
    }

    private static int unsignedShort(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }
}
