package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A received archive in its temporary file. A publication, also one that fails, can be tried once only. */
final class StagedBlob implements StagedArchive {
    private final BlobWriter writer;
    private final HashedBytes received;
    private final Path temporary;
    private volatile Path readable;
    private boolean ended;

    StagedBlob(BlobWriter writer, HashedBytes received, Path temporary) {
        this.writer = writer;
        this.received = received;
        this.temporary = temporary;
        this.readable = temporary;
    }

    @Override
    public Sha256 sha256() {
        return received.sha256();
    }

    @Override
    public long length() {
        return received.length();
    }

    @Override
    public FileChannel openChannel() throws IOException {
        return FileChannel.open(readable, StandardOpenOption.READ);
    }

    @Override
    public synchronized StoredArchive publish() {
        if (ended) {
            throw new IllegalStateException("a staged archive can be published once, before it is closed");
        }
        ended = true;
        try {
            StoredBlob stored = writer.publish(temporary, received);
            readable = stored.file();
            return stored;
        } catch (IOException e) {
            throw DiskFailure.of("store the archive", e);
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        BlobWriter.drop(temporary);
    }
}
