package dev.wharf.filesystem;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileArchiveStoreOnDiskTest extends FileStoreContract {
    @TempDir
    private Path folder;

    @Override
    Path root() {
        return folder.resolve("store");
    }
}
