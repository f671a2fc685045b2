package dev.wharf.filesystem;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.io.InputStream;

/** A source being read. Its failures are told apart from the disk's here: no {@link IOException} comes out. */
final class SourceStream implements AutoCloseable {
    private final InputStream in;

    SourceStream(InputStream in) {
        this.in = in;
    }

    static SourceStream open(ArchiveSource source) {
        try {
            return new SourceStream(source.open());
        } catch (IOException e) {
            throw interrupted(e);
        }
    }

    /** Reads some bytes, at most one more than there is room for; -1 at the end. */
    int read(byte[] chunk, long room) {
        try {
            return in.read(chunk, 0, room < chunk.length ? (int) room + 1 : chunk.length);
        } catch (IOException e) {
            throw interrupted(e);
        }
    }

    /** Reads until the chunk is full or the stream at its end; 0 there. */
    int fill(byte[] chunk) {
        try {
            return in.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedTransferException interrupted(IOException cause) {
        return new InterruptedTransferException(
                "The archive could not be read completely. Nothing of it was kept.", "Send it again.", cause);
    }
}
