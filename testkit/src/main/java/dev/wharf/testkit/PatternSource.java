package dev.wharf.testkit;

import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Bytes made up while they are read, the same at every opening, so that a test can move any number of them without holding
 * them. Counts what was read, and can fail or end early.
 */
final class PatternSource implements ArchiveSource {
    private final long length;
    private final OptionalLong announced;
    private final long failAfter;
    private volatile long read;
    private volatile boolean closed;

    private PatternSource(long length, OptionalLong announced, long failAfter) {
        this.length = length;
        this.announced = announced;
        this.failAfter = failAfter;
    }

    static PatternSource of(long length) {
        return new PatternSource(length, OptionalLong.empty(), Long.MAX_VALUE);
    }

    static PatternSource announcing(long announced, long length) {
        return new PatternSource(length, OptionalLong.of(announced), Long.MAX_VALUE);
    }

    static PatternSource failingAfter(long bytes) {
        return new PatternSource(Long.MAX_VALUE, OptionalLong.empty(), bytes);
    }

    /** The byte at a position. */
    static byte at(long position) {
        return (byte) (position * 31 + (position >>> 10));
    }

    /** How many bytes were handed out by the last opening. */
    long read() {
        return read;
    }

    /** Whether the last opening was closed. */
    boolean closed() {
        return closed;
    }

    @Override
    public OptionalLong size() {
        return announced;
    }

    @Override
    public InputStream open() {
        read = 0;
        closed = false;
        return new Stream();
    }

    private final class Stream extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (position >= failAfter) {
                throw new IOException("the source fails, as this test asked for");
            }
            if (position >= length) {
                return -1;
            }
            int some = (int) Math.min(count, Math.min(length, failAfter) - position);
            for (int i = 0; i < some; i++) {
                bytes[offset + i] = at(position + i);
            }
            position += some;
            read = position;
            return some;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
