package dev.wharf.filesystem;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * What is known of bytes once they have all passed.
 *
 * @param sha256 their hash
 * @param length how many there were
 */
public record HashedBytes(Sha256 sha256, long length) {
    private static final int CHUNK = 64 * 1024;

    /** Reads a file to its end. */
    static HashedBytes of(Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long length = 0;
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (in.read(chunk) >= 0) {
                chunk.flip();
                length += chunk.remaining();
                digest.update(chunk);
                chunk.clear();
            }
        }
        return new HashedBytes(Sha256.of(digest), length);
    }

    /** Moves a source to a file. An {@link IOException} is the disk's; the source's failures are what the port says. */
    static HashedBytes copy(ArchiveSource source, long maxBytes, FileChannel out) throws IOException {
        long announced = source.size().orElse(0);
        if (announced > maxBytes) {
            throw new TooLargeException(maxBytes);
        }
        HashedBytes copied;
        try (SourceStream in = SourceStream.open(source)) {
            copied = copy(in, maxBytes, out);
        }
        if (copied.length < announced) {
            throw new InterruptedTransferException(
                    "The archive ended before its announced size. Nothing of it was kept.", "Send it again.", null);
        }
        return copied;
    }

    /** Moves a stream to a file, unhashed, in chunks that are full whatever pieces the stream comes in. Tells how many bytes. */
    static long move(SourceStream in, FileChannel out, EarlyFlush flush) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        for (int count = in.fill(chunk); count > 0; count = in.fill(chunk)) {
            write(chunk, count, out);
            flush.wrote(count);
            length += count;
        }
        return length;
    }

    static HashedBytes copy(SourceStream in, long maxBytes, FileChannel out) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        for (int count = in.read(chunk, maxBytes); count >= 0; count = in.read(chunk, maxBytes - length)) {
            if (count > maxBytes - length) {
                throw new TooLargeException(maxBytes);
            }
            digest.update(chunk, 0, count);
            write(chunk, count, out);
            length += count;
        }
        return new HashedBytes(Sha256.of(digest), length);
    }

    private static void write(byte[] chunk, int count, FileChannel out) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
