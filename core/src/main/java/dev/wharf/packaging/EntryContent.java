package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of one entry, unpacked on the way, that never gives more than the directory announces, and that refuses the
 * archive at its end if size or checksum are not those announced.
 */
final class EntryContent extends InputStream {
    private static final int BUFFER = 16 * 1024;

    private final ArchiveEntry entry;
    private final int method;
    private final ChannelBytes bytes;
    private final ByteBuffer input = ByteBuffer.allocate(BUFFER).limit(0);
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] single = new byte[1];
    private long position;
    private long compressedLeft;
    private long produced;
    private boolean ended;

    EntryContent(EntryPlace place, ChannelBytes bytes) {
        this.entry = place.entry();
        this.method = place.method();
        this.bytes = bytes;
        this.position = place.dataOffset();
        this.compressedLeft = entry.compressedSize();
    }

    @Override
    public int read() throws IOException {
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int count =
                method == ZipFormat.STORED ? readStored(target, offset, length) : readDeflated(target, offset, length);
        if (count < 0) {
            ended = true;
            checkEnd();
            return -1;
        }
        produced += count;
        if (produced > entry.size()) {
            throw corrupt("unpacks to more bytes than the archive says");
        }
        crc.update(target, offset, count);
        return count;
    }

    private int readStored(byte[] target, int offset, int length) throws IOException {
        if (compressedLeft == 0) {
            return -1;
        }
        int count = bytes.read(position, ByteBuffer.wrap(target, offset, (int) Math.min(length, compressedLeft)));
        if (count < 0) {
            throw corrupt("is cut off");
        }
        position += count;
        compressedLeft -= count;
        return count;
    }

    private int readDeflated(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    if (compressedLeft > 0 || inflater.getRemaining() > 0) {
                        throw corrupt("has bytes after its end");
                    }
                    return -1;
                }
                if (inflater.needsDictionary() || compressedLeft == 0) {
                    throw corrupt("is cut off");
                }
                refill();
            }
        } catch (DataFormatException e) {
            throw corrupt("cannot be unpacked");
        }
    }

    private void refill() throws IOException {
        input.clear().limit((int) Math.min(BUFFER, compressedLeft));
        int count = bytes.read(position, input);
        if (count < 0) {
            throw corrupt("is cut off");
        }
        position += count;
        compressedLeft -= count;
        inflater.setInput(input.flip());
    }

    private void checkEnd() {
        if (produced != entry.size()) {
            throw corrupt("unpacks to fewer bytes than the archive says");
        }
        if (crc.getValue() != entry.crc32()) {
            throw corrupt("does not have the checksum the archive says");
        }
    }

    private RuntimeException corrupt(String how) {
        return Refusal.because(
                Reason.CORRUPT,
                "the entry " + Refusal.shown(entry.name()) + " " + how + ".",
                "Build or send it again.");
    }

    @Override
    public void close() {
        ended = true;
        inflater.end();
    }
}
