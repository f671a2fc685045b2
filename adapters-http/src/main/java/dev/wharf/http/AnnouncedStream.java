package dev.wharf.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which the number of bytes has been announced: it gives neither more nor fewer, but fails instead. */
final class AnnouncedStream extends FilterInputStream {
    private long left;

    AnnouncedStream(InputStream in, long size) {
        super(in);
        this.left = size;
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
        if (count < 0 && left > 0) {
            throw new IOException("it ended " + left + " bytes before its announced size");
        }
        if (count > left) {
            throw new IOException("it has more bytes than announced");
        }
        left -= Math.max(count, 0);
        return count;
    }
}
