package dev.wharf.integrity;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Hashes what passes; of the last opening, if the source is opened several times. */
public final class HashingSource implements ArchiveSource {
    private final ArchiveSource source;
    private volatile @Nullable Passing last;

    /**
     * A source whose bytes are hashed as they pass.
     *
     * @param source the bytes
     */
    public HashingSource(ArchiveSource source) {
        this.source = source;
    }

    /** The hash of what passed: of all bytes, if whoever received them was content. */
    Sha256 passed() {
        Passing passed = last;
        return passed == null ? Sha256.of(Sha256.newDigest()) : passed.hash();
    }

    /**
     * The hash of all bytes, which are read once more unless their end was seen.
     *
     * @return the hash
     * @throws IOException if they cannot be read to their end
     */
    public Sha256 whole() throws IOException {
        Passing passed = last;
        if (passed != null && passed.ended) {
            return passed.hash();
        }
        try (Passing again = new Passing(source.open())) {
            again.transferTo(OutputStream.nullOutputStream());
            return again.hash();
        }
    }

    @Override
    public OptionalLong size() {
        return source.size();
    }

    @Override
    public InputStream open() throws IOException {
        Passing opened = new Passing(source.open());
        last = opened;
        return opened;
    }

    private static final class Passing extends FilterInputStream {
        private final MessageDigest digest = Sha256.newDigest();
        private @Nullable Sha256 hash;
        private volatile boolean ended;

        Passing(InputStream in) {
            super(in);
        }

        /** Taking it starts the digest anew, so it is kept. */
        synchronized Sha256 hash() {
            Sha256 present = hash == null ? Sha256.of(digest) : hash;
            hash = present;
            return present;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            int count = read(single, 0, 1);
            return count < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = in.read(target, offset, length);
            if (count > 0) {
                digest.update(target, offset, count);
            } else if (count < 0) {
                ended = true;
            }
            return count;
        }

        @Override
        public long skip(long wanted) throws IOException {
            // Skipped bytes count for the hash all the same.
            return readNBytes((int) Math.min(wanted, 64 * 1024)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
