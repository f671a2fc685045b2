package dev.wharf.integrity;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A stream that hashes what passes and, at its end, either ends or, if the bytes are not those expected, throws
 * {@link IntegrityException} instead: whoever reads to the end has read the right bytes.
 */
public final class VerifiedStream extends FilterInputStream {
    private final Sha256 expected;
    private final MessageDigest digest = Sha256.newDigest();
    private final byte[] single = new byte[1];
    private @Nullable Sha256 actual;

    private VerifiedStream(InputStream in, Sha256 expected) {
        super(in);
        this.expected = expected;
    }

    /**
     * Guards a stream.
     *
     * @param in the bytes
     * @param expected the hash they must have
     * @return the guarded stream; closing it closes the other
     */
    public static InputStream of(InputStream in, Sha256 expected) {
        return new VerifiedStream(in, expected);
    }

    @Override
    public int read() throws IOException {
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            // Asked for nothing, some streams answer that they are at their end.
            return 0;
        }
        int count = in.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, count);
        } else if (count < 0) {
            verify();
        }
        return count;
    }

    /** Skipped bytes are read all the same: they count for the hash. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[8192];
        long skipped = 0;
        while (skipped < wanted) {
            int count = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
            if (count < 0) {
                break;
            }
            skipped += count;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() {
        // Whoever reads on after the end, or after the failure, is told the same again: the digest itself starts anew.
        Sha256 found = actual == null ? Sha256.of(digest) : actual;
        actual = found;
        if (!found.equals(expected)) {
            throw new IntegrityException(
                    "The download is corrupt: expected SHA-256 " + expected + ", got " + found + ". Nothing was kept.",
                    "Try again.",
                    expected.hex(),
                    found.hex());
        }
    }
}
