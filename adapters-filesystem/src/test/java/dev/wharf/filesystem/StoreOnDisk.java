package dev.wharf.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A store in a directory that is not there yet when a test begins. */
abstract class StoreOnDisk {
    static final byte[] BYTES = "the bytes of an archive".getBytes(UTF_8);
    static final Sha256 HASH = Sha256.of(BYTES);

    @TempDir
    Path folder;

    Path root() {
        return folder.resolve("store");
    }

    Path blob() {
        return new StorePaths(root()).blob(HASH);
    }

    static StoredArchive publish(FileArchiveStore store) {
        try (StagedArchive staged = store.stage(ArchiveSource.of(BYTES), 1000)) {
            return staged.publish();
        }
    }
}
