package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A kept archive in its file. */
record StoredBlob(Sha256 sha256, long length, Path file) implements StoredArchive {
    @Override
    public FileChannel openChannel() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }
}
