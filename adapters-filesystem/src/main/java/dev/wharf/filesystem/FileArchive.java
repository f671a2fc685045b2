package dev.wharf.filesystem;

import dev.wharf.failure.TooLargeException;
import dev.wharf.model.Sha256;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** An archive in a user's file, hashed, and read where it lies. Once the file changes, it can no longer be opened. */
public final class FileArchive implements StoredArchive {
    private final FileArchiveSource source;
    private final HashedBytes bytes;

    private FileArchive(FileArchiveSource source, HashedBytes bytes) {
        this.source = source;
        this.bytes = bytes;
    }

    /**
     * Reads a file once, to its end.
     *
     * @param file the archive; symbolic links are followed
     * @param maxBytes how many bytes it may have
     * @return the archive
     * @throws dev.wharf.failure.InvalidRequestException if there is no such file, or it is something else than a file
     * @throws TooLargeException if it is larger; it is not read then
     * @throws dev.wharf.failure.StorageException if it cannot be read
     */
    public static FileArchive read(Path file, long maxBytes) {
        FileArchiveSource source = FileArchiveSource.of(file);
        if (source.size().orElse(0) > maxBytes) {
            throw new TooLargeException(maxBytes);
        }
        try {
            return new FileArchive(source, HashedBytes.of(file));
        } catch (IOException e) {
            throw DiskFailure.of("read the archive file", file, e);
        }
    }

    @Override
    public Sha256 sha256() {
        return bytes.sha256();
    }

    @Override
    public long length() {
        return bytes.length();
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
        return source.openChannel();
    }
}
