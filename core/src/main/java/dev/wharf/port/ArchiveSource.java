package dev.wharf.port;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Bytes of an archive that are to be sent or stored. Where a transfer may have to be repeated the source must be
 * re-openable: every call of {@link #open()} then gives the same bytes from the start.
 */
public interface ArchiveSource {
    /**
     * How many bytes there are, if that is known before they are read.
     *
     * @return the size in bytes, or empty
     */
    OptionalLong size();

    /**
     * Opens the bytes at their start. The caller closes the stream.
     *
     * @return a stream of all bytes
     * @throws IOException if the bytes cannot be read, or cannot be read a second time
     */
    InputStream open() throws IOException;

    /**
     * Bytes at hand; for small archives only.
     *
     * @param bytes the archive; not copied
     * @return a re-openable source
     */
    static ArchiveSource of(byte[] bytes) {
        return new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
