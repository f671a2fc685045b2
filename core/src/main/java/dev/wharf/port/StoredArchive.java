package dev.wharf.port;

import dev.wharf.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/** An archive whose bytes are at hand, whose hash is known, and whose every part can be read any number of times. */
public interface StoredArchive extends ArchiveSource {
    /**
     * The hash of the bytes.
     *
     * @return the hash
     */
    Sha256 sha256();

    /**
     * How many bytes there are.
     *
     * @return the size in bytes
     */
    long length();

    /**
     * Opens the bytes for reading anywhere. Channels are independent of each other; the caller closes each. A channel stays
     * readable even if the archive is deleted meanwhile.
     *
     * @return a read-only channel at position 0
     * @throws IOException if the bytes cannot be opened, as when the archive was deleted before
     */
    SeekableByteChannel openChannel() throws IOException;

    @Override
    default OptionalLong size() {
        return OptionalLong.of(length());
    }

    @Override
    default InputStream open() throws IOException {
        return Channels.newInputStream(openChannel());
    }
}
