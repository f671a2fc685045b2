package dev.wharf.filesystem;

import dev.wharf.failure.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where an embedded registry keeps everything: the catalog's file and the archives' directory. A server and a command line
 * that are given one directory work on one registry.
 *
 * @param root the directory, which need not exist yet; made absolute
 */
public record DataDirectory(Path root) {
    /**
     * Takes a directory.
     *
     * @param root the directory, which need not exist yet
     */
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the directory, readable by its owner only, if it is not there.
     *
     * @return this directory
     * @throws StorageException if it cannot be made
     */
    public DataDirectory create() {
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
                    "The data directory cannot be created.",
                    "Check its permissions, or choose another (--data for the server, --local=DIR for the command"
                            + " line).",
                    e);
        }
    }

    /**
     * The catalog's file.
     *
     * @return its path
     */
    public Path catalog() {
        return root.resolve("catalog.db");
    }

    /**
     * The file of the key that configuration values are sealed with, where the operator gives no other.
     *
     * @return its path
     */
    public Path sealingKey() {
        return root.resolve("secrets.key");
    }

    /**
     * The archives' directory.
     *
     * @return its path
     */
    public Path archives() {
        return root.resolve("archives");
    }

    /**
     * The directory of archives that are kept only as long as there is room, because somebody else has them too.
     *
     * @return its path
     */
    public Path cache() {
        return root.resolve("cache");
    }
}
