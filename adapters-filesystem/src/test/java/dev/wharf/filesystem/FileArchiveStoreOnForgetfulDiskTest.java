package dev.wharf.filesystem;

import dev.wharf.testkit.ForgetfulFileSystem;
import java.nio.file.Path;

final class FileArchiveStoreOnForgetfulDiskTest extends FileStoreContract {
    private final ForgetfulFileSystem files = ForgetfulFileSystem.create();

    @Override
    Path root() {
        return files.getPath("/parent/store");
    }
}
