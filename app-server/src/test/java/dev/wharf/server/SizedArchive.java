package dev.wharf.server;

import dev.wharf.port.ArchiveSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A valid archive of exactly the size wanted, made while it is read: a small connector.py and one stored entry of zeros. */
final class SizedArchive implements ArchiveSource {
    private static final String NAME = "data.bin";
    private static final int LOCAL = 30 + NAME.length();

    private final long size;
    private final byte[] head;
    private final byte[] tail;
    private final long zeros;

    SizedArchive(long size) {
        this.size = size;
        byte[] small = connectorOnly();
        int directory = ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN).getInt(small.length - 6);
        int entry = small.length - 22 - directory;
        this.zeros = size - small.length - LOCAL - (46 + NAME.length());
        long crc = crcOfZeros(zeros);
        ByteBuffer local = ByteBuffer.allocate(directory + LOCAL).order(ByteOrder.LITTLE_ENDIAN);
        local.put(small, 0, directory)
                .putInt(0x04034b50)
                .putShort((short) 10)
                .putInt(0)
                .putInt(0);
        local.putInt((int) crc).putInt((int) zeros).putInt((int) zeros);
        local.putShort((short) NAME.length()).putShort((short) 0).put(NAME.getBytes());
        this.head = local.array();
        ByteBuffer end = ByteBuffer.allocate(entry + 46 + NAME.length() + 22).order(ByteOrder.LITTLE_ENDIAN);
        end.put(small, directory, entry);
        end.putInt(0x02014b50)
                .putShort((short) 10)
                .putShort((short) 10)
                .putInt(0)
                .putInt(0);
        end.putInt((int) crc).putInt((int) zeros).putInt((int) zeros);
        end.putShort((short) NAME.length())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0);
        end.putShort((short) 0).putInt(0).putInt(directory).put(NAME.getBytes());
        int directorySize = end.position();
        end.putInt(0x06054b50).putInt(0).putShort((short) 2).putShort((short) 2);
        end.putInt(directorySize).putInt((int) (head.length + zeros)).putShort((short) 0);
        this.tail = end.array();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(size);
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), new Zeros(zeros), new ByteArrayInputStream(tail))));
    }

    private static byte[] connectorOnly() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("connector.py"));
            zip.write('#');
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long crcOfZeros(long count) {
        CRC32 crc = new CRC32();
        byte[] block = new byte[1024 * 1024];
        for (long left = count; left > 0; left -= block.length) {
            crc.update(block, 0, (int) Math.min(left, block.length));
        }
        return crc.getValue();
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
