package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where changed bytes go: out of every reader's way, but kept for whoever wants to know what happened to them. */
final class Quarantine {
    private final StorePaths paths;
    private final StoreDirectories directories;

    Quarantine(StorePaths paths, StoreDirectories directories) {
        this.paths = paths;
        this.directories = directories;
    }

    /** Moves an archive away, never over another one; the caller holds its lock. */
    void take(Sha256 sha256) throws IOException {
        directories.ensure(paths.quarantine());
        Path target = paths.quarantine().resolve(sha256.hex() + "-" + UUID.randomUUID());
        Files.move(paths.blob(sha256), target, StandardCopyOption.ATOMIC_MOVE);
        Durability.fsyncDirectory(paths.quarantine());
        Durability.fsyncDirectory(paths.shard(sha256));
    }

    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(paths.quarantine())) {
            for (Path file : files) {
                names.add(String.valueOf(file.getFileName()));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return List.copyOf(names);
    }
}
