package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * One entry of the archive's directory, with its 64-bit values where it has such.
 *
 * @param name the entry's name
 * @param version the version of the format that is needed to read it, times ten
 * @param flags general purpose flags
 * @param method how it is compressed
 * @param crc32 its checksum
 * @param compressedSize its size within the archive
 * @param size its size when unpacked
 * @param localOffset where its local header is
 * @param unixMode its Unix mode, 0 where the archive does not tell; whichever system is said to have made the archive, as those
 *     who unpack make links for other systems than Unix, too
 */
record ZipHeader(
        String name,
        int version,
        int flags,
        int method,
        long crc32,
        long compressedSize,
        long size,
        long localOffset,
        int unixMode) {
    /** The flags that change how the entry is read, or what its name says. */
    private static final int FLAGS_THAT_MATTER = ZipFormat.FLAG_ENCRYPTED
            | ZipFormat.FLAG_DATA_DESCRIPTOR
            | ZipFormat.FLAG_STRONG_ENCRYPTION
            | ZipFormat.FLAG_UTF8
            | ZipFormat.FLAG_MASKED_HEADERS;
    /** What names without the UTF-8 flag are written in; the JDK has it in a module that may be absent. */
    private static final Charset LEGACY =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    /** Takes the next header from the directory's bytes. */
    static ZipHeader take(ByteBuffer directory) {
        if (directory.remaining() < ZipFormat.CENTRAL_HEADER_SIZE) {
            throw Refusal.inconsistent("its directory ends in the middle of an entry.");
        }
        int start = directory.position();
        if (directory.getInt(start) != ZipFormat.CENTRAL_HEADER) {
            throw Refusal.inconsistent("its directory holds something that is no entry.");
        }
        int nameLength = unsignedShort(directory, start + 28);
        int extraLength = unsignedShort(directory, start + 30);
        int commentLength = unsignedShort(directory, start + 32);
        int next = start + ZipFormat.CENTRAL_HEADER_SIZE + nameLength + extraLength + commentLength;
        if (next > directory.limit()) {
            throw Refusal.inconsistent("its directory ends in the middle of an entry.");
        }
        ByteBuffer rawName = directory.slice(start + ZipFormat.CENTRAL_HEADER_SIZE, nameLength);
        ByteBuffer extra = directory
                .slice(start + ZipFormat.CENTRAL_HEADER_SIZE + nameLength, extraLength)
                .order(ByteOrder.LITTLE_ENDIAN);
        directory.position(next);

        int version = unsignedShort(directory, start + 6) & 0xff;
        int flags = unsignedShort(directory, start + 8);
        long compressedSize = unsignedInt(directory, start + 20);
        long size = unsignedInt(directory, start + 24);
        long localOffset = unsignedInt(directory, start + 42);
        Zip64Extra wide = Zip64Extra.of(extra, size, compressedSize, localOffset);
        String name = decode(rawName, flags);
        if (!UnicodePathExtra.agrees(extra, name)) {
            throw Refusal.inconsistent(
                    "the entry " + Refusal.shown(name) + " has a second name in a Unicode path field.");
        }
        return new ZipHeader(
                name,
                version,
                flags,
                unsignedShort(directory, start + 10),
                unsignedInt(directory, start + 16),
                wide.compressedSize(),
                wide.size(),
                wide.localOffset(),
                directory.getInt(start + 38) >>> 16);
    }

    ArchiveEntry entry() {
        return new ArchiveEntry(
                name, size, compressedSize, crc32, (unixMode & ZipFormat.UNIX_OWNER_EXECUTES) != 0 && !isDirectory());
    }

    boolean isDirectory() {
        return name.endsWith("/");
    }

    /** Finds where the entry's bytes begin, having compared its local header with this one. */
    long locate(ChannelBytes bytes, long directoryOffset) throws IOException {
        if (localOffset < 0 || localOffset > directoryOffset - ZipFormat.LOCAL_HEADER_SIZE) {
            throw Refusal.inconsistent("the entry " + Refusal.shown(name) + " lies outside the archive.");
        }
        ByteBuffer local = bytes.read(localOffset, ZipFormat.LOCAL_HEADER_SIZE);
        if (local.getInt(0) != ZipFormat.LOCAL_HEADER) {
            throw Refusal.inconsistent("the entry " + Refusal.shown(name) + " is not where the directory says.");
        }
        int nameLength = unsignedShort(local, 26);
        int extraLength = unsignedShort(local, 28);
        long dataOffset = localOffset + ZipFormat.LOCAL_HEADER_SIZE + nameLength + extraLength;
        if (dataOffset > directoryOffset || compressedSize > directoryOffset - dataOffset) {
            throw Refusal.inconsistent("the entry " + Refusal.shown(name) + " lies outside the archive.");
        }
        ByteBuffer rest = bytes.read(localOffset + ZipFormat.LOCAL_HEADER_SIZE, nameLength + extraLength);
        ByteBuffer localName = rest.slice(0, nameLength);
        ByteBuffer extra = rest.slice(nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
        if (!localName.equals(ByteBuffer.wrap(name.getBytes(charset(flags))))
                || !UnicodePathExtra.agrees(extra, name)
                || !agrees(local, extra)) {
            throw Refusal.inconsistent("the entry " + Refusal.shown(name)
                    + " is described differently in the directory and before its bytes.");
        }
        return dataOffset;
    }

    private boolean agrees(ByteBuffer local, ByteBuffer extra) {
        int localFlags = unsignedShort(local, 6);
        if (unsignedShort(local, 8) != method || ((localFlags ^ flags) & FLAGS_THAT_MATTER) != 0) {
            return false;
        }
        long localCrc = unsignedInt(local, 14);
        long localCompressed = unsignedInt(local, 18);
        long localSize = unsignedInt(local, 22);
        if (hasDescriptor()) {
            return (localCrc == 0 || localCrc == crc32)
                    && isOpenOr(compressedSize, localCompressed)
                    && isOpenOr(size, localSize);
        }
        Zip64Extra wide = Zip64Extra.of(extra, localSize, localCompressed, 0);
        return localCrc == crc32 && wide.compressedSize() == compressedSize && wide.size() == size;
    }

    boolean hasDescriptor() {
        return (flags & ZipFormat.FLAG_DATA_DESCRIPTOR) != 0;
    }

    /** Before a descriptor a size is 0, or all ones where the descriptor has 8 bytes for it; or it is known all the same. */
    private static boolean isOpenOr(long known, long local) {
        return local == 0 || local == ZipFormat.MAX_32 || local == known;
    }

    /** Both turn a name that they could read into the bytes it was read from, so names need not be kept twice. */
    private static Charset charset(int flags) {
        return (flags & ZipFormat.FLAG_UTF8) != 0 ? StandardCharsets.UTF_8 : LEGACY;
    }

    private static String decode(ByteBuffer rawName, int flags) {
        try {
            CharBuffer name = charset(flags)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(rawName.duplicate());
            return name.toString();
        } catch (CharacterCodingException e) {
            throw Refusal.because(Reason.UNSAFE_NAME, "an entry's name is not valid UTF-8.");
        }
    }

    private static int unsignedShort(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static long unsignedInt(ByteBuffer buffer, int at) {
        return Integer.toUnsignedLong(buffer.getInt(at));
    }
}
