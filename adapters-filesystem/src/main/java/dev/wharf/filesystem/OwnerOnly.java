package dev.wharf.filesystem;

import java.nio.file.FileSystem;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Lets only the owner use what is created, where the file system knows owners: connectors may hold private code. */
final class OwnerOnly {
    private static final FileAttribute<?>[] NONE = {};
    private final boolean posix;

    OwnerOnly(FileSystem fileSystem) {
        posix = fileSystem.supportedFileAttributeViews().contains("posix");
    }

    FileAttribute<?>[] file() {
        return attributes("rw-------");
    }

    FileAttribute<?>[] directory() {
        return attributes("rwx------");
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : NONE;
    }
}
