package dev.wharf.integrity;

import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A download of an archive whose verified bytes are at hand. Its stream is opened when first asked for. */
final class StoredDownload implements ArchiveDownload {
    private final StoredArchive archive;
    private @Nullable InputStream stream;

    StoredDownload(StoredArchive archive) {
        this.archive = archive;
    }

    @Override
    public Sha256 sha256() {
        return archive.sha256();
    }

    @Override
    public OptionalLong size() {
        return archive.size();
    }

    @Override
    public InputStream stream() {
        InputStream open = stream;
        if (open == null) {
            try {
                open = VerifiedStream.of(archive.open(), archive.sha256());
            } catch (IOException e) {
                throw unreadable(e);
            }
            stream = open;
        }
        return open;
    }

    @Override
    public StoredArchive stored() {
        return archive;
    }

    @Override
    public void close() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }

    private static StorageException unreadable(IOException cause) {
        return new StorageException("The archive could not be read from the store.", "Try again.", cause);
    }
}
