package dev.wharf.filesystem;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.port.ArchiveSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;

/**
 * An archive in a user's file. Re-openable, and its size is known; a file that changes after this source was made is refused
 * when opened, rather than sent as if it were the same.
 */
public final class FileArchiveSource implements ArchiveSource {
    private final Path file;
    private final long size;
    private final FileTime modified;

    private FileArchiveSource(Path file, long size, FileTime modified) {
        this.file = file;
        this.size = size;
        this.modified = modified;
    }

    /**
     * Looks at a file.
     *
     * @param file the archive; symbolic links are followed
     * @return a source of its bytes
     * @throws InvalidRequestException if there is no such file, or it is something else than a file
     * @throws dev.wharf.failure.StorageException if it cannot be looked at
     */
    public static FileArchiveSource of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new InvalidRequestException("This is not a file.", "Give the archive's own path.");
            }
            return new FileArchiveSource(file, attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException e) {
            throw new InvalidRequestException("There is no such archive file.", "Check its path.");
        } catch (IOException e) {
            throw DiskFailure.of("read the archive file", file, e);
        }
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(size);
    }

    @Override
    public InputStream open() throws IOException {
        return Channels.newInputStream(openChannel());
    }

    FileChannel openChannel() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.size() != size || !attributes.lastModifiedTime().equals(modified)) {
            throw new IOException("the file changed while it was read");
        }
        return FileChannel.open(file, StandardOpenOption.READ);
    }
}
