package dev.wharf.port;

import dev.wharf.model.Sha256;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An archive on its way to the caller, who closes it. */
public interface ArchiveDownload extends AutoCloseable {
    /**
     * The hash the bytes must have.
     *
     * @return the hash, or null if the account does not tell
     */
    @Nullable
    Sha256 sha256();

    /**
     * How many bytes there are, if that is known.
     *
     * @return the size in bytes, or empty
     */
    OptionalLong size();

    /**
     * The bytes, once. Reading to the end either gives exactly the bytes whose hash is {@link #sha256()}, or throws
     * {@link dev.wharf.failure.IntegrityException} instead of ending. The caller may read any part but should trust none
     * before the end.
     *
     * @return the stream; the same at every call
     */
    InputStream stream();

    /**
     * The archive itself, where its verified bytes are at hand and can be read anywhere.
     *
     * @return the archive, or null if the bytes come from elsewhere
     */
    @Nullable
    StoredArchive stored();

    /**
     * This download as something to stage or send.
     *
     * @return the source, which can be opened once, and not after this is closed
     */
    default ArchiveSource asSource() {
        return new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return ArchiveDownload.this.size();
            }

            @Override
            public InputStream open() {
                return stream();
            }
        };
    }

    /** Ends the download, also before its end. */
    @Override
    void close();
}
