package dev.wharf.server.transfer;

import dev.wharf.failure.TooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that does not say how long it is, and yet must not be longer than it may: what is around the archive in it counts too. */
final class LimitedStream extends FilterInputStream {
    private final long maxArchiveBytes;
    private long left;

    /**
     * Bounds a body.
     *
     * @param in the body
     * @param most the most bytes of it
     * @param maxArchiveBytes the most bytes of an archive, to be told to whoever sends more
     */
    LimitedStream(InputStream in, long most, long maxArchiveBytes) {
        super(in);
        this.left = most;
        this.maxArchiveBytes = maxArchiveBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        left -= Math.max(0, count);
        if (left < 0) {
            throw new TooLargeException(maxArchiveBytes);
        }
        return count;
    }
}
