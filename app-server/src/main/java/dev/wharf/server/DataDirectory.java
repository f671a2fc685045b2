package dev.wharf.server;

import dev.wharf.failure.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where an embedded registry keeps everything: the catalog's file and the archives' directory. */
final class DataDirectory {
    private final Path root;

    DataDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Makes the directory, readable by its owner only, if it is not there. */
    DataDirectory create() {
        try {
            if (!Files.isDirectory(root)) {
                if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createDirectories(
                            root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectories(root);
                }
            }
            return this;
        } catch (IOException e) {
            throw new StorageException(
                    "The data directory cannot be made: choose another with --data, or check permissions.", e);
        }
    }

    Path root() {
        return root;
    }

    Path catalog() {
        return root.resolve("catalog.db");
    }

    Path archives() {
        return root.resolve("archives");
    }
}
