package dev.wharf.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Creates a store's directories so that their names survive a loss of power. */
final class StoreDirectories {
    private final Path root;
    private final OwnerOnly ownerOnly;
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    StoreDirectories(Path root, OwnerOnly ownerOnly) {
        this.root = root;
        this.ownerOnly = ownerOnly;
    }

    /**
     * Sees to it that a directory exists and will after a loss of power. One found here is fsynced into its parent too, once:
     * the process that created it may have died before it did so.
     */
    void ensure(Path directory) throws IOException {
        if (durable.contains(directory) && Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        boolean ours = directory.startsWith(root);
        if (parent == null || (!ours && Files.isDirectory(directory))) {
            return;
        }
        ensure(parent);
        boolean created = create(directory);
        try {
            Durability.fsyncDirectory(parent);
        } catch (AccessDeniedException e) {
            // The parent of a root that others made may be closed to us, and its names are theirs to care for.
            if (created || !directory.equals(root)) {
                throw e;
            }
        }
        durable.add(directory);
    }

    private boolean create(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, ownerOnly.directory());
            return true;
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw new NotDirectoryException(directory.toString());
            }
            return false;
        }
    }
}
