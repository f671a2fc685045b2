package dev.wharf.cli.target;

import dev.wharf.failure.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where archives, and the catalog of an embedded registry, are kept.
 *
 * @param root the directory, which need not exist
 */
public record DataDirectory(Path root) {
    /** Makes the directory, readable by its owner only, if it is not there. */
    void create() {
        try {
            if (Files.isDirectory(root)) {
                return;
            }
            if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(root);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "The data directory " + root
                            + " cannot be made: choose another with --local=DIR or XDG_DATA_HOME, or"
                            + " check permissions.",
                    null);
        }
    }

    Path catalog() {
        return root.resolve("catalog.db");
    }

    Path archives() {
        return root.resolve("archives");
    }
}
