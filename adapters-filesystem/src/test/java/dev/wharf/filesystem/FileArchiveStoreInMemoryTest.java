package dev.wharf.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Path;

/** A file system without permissions, times of change, locks or directories that can be opened. */
final class FileArchiveStoreInMemoryTest extends FileStoreContract {
    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    @Override
    Path root() {
        return files.getPath("/parent/store");
    }
}
