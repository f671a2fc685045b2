package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {
    @Test
    void an_archive_larger_than_memory_can_be_read() {
        long zeros = Runtime.getRuntime().maxMemory() + 1;
        Entry large = new Entry("zeros", new byte[0]);
        large.size = zeros;
        large.compressedSize = zeros;
        large.crc = checksumOfZeros(zeros);
        byte[] around = RawZip.of(RawZip.connector(), large)
                .end(end -> end.directoryOffset += zeros)
                .bytes();
        int directoryBytes = 2 * 46 + "connector.py".length() + "zeros".length();
        int split = around.length - 22 - directoryBytes;

        ConnectorArchive read = ConnectorArchive.read(
                new Stretched(around, split, zeros),
                new ArchiveLimits(Long.MAX_VALUE, 10, Long.MAX_VALUE, directoryBytes, 200));

        assertThat(read.entries()).last().satisfies(e -> assertThat(e.size()).isEqualTo(zeros));
    }

    private static long checksumOfZeros(long count) {
        CRC32 crc = new CRC32();
        byte[] block = new byte[1024 * 1024];
        for (long left = count; left > 0; left -= block.length) {
            crc.update(block, 0, (int) Math.min(left, block.length));
        }
        return crc.getValue();
    }

    /** Some bytes, any number of zeros, some more bytes. */
    private record Stretched(byte[] around, int split, long zeros) implements StoredArchive {
        @Override
        public Sha256 sha256() {
            throw new UnsupportedOperationException("reading an archive needs no hash");
        }

        @Override
        public long length() {
            return around.length + zeros;
        }

        @Override
        public SeekableByteChannel openChannel() {
            return new StretchedChannel(this);
        }

        private int read(long position, ByteBuffer target) {
            if (position >= length()) {
                return -1;
            }
            byte[] from = around;
            long at = position;
            long available = split - position;
            if (position >= split + zeros) {
                at = position - zeros;
                available = around.length - at;
            } else if (position >= split) {
                from = new byte[64 * 1024];
                at = 0;
                available = Math.min(split + zeros - position, from.length);
            }
            int count = (int) Math.min(available, target.remaining());
            target.put(from, (int) at, count);
            return count;
        }
    }

    private static final class StretchedChannel implements SeekableByteChannel {
        private final Stretched archive;
        private long position;

        StretchedChannel(Stretched archive) {
            this.archive = archive;
        }

        @Override
        public int read(ByteBuffer target) {
            int count = archive.read(position, target);
            position += Math.max(count, 0);
            return count;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = newPosition;
            return this;
        }

        @Override
        public long size() {
            return archive.length();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
