package dev.wharf.cache.wrong;

import java.nio.file.Files;
import java.nio.file.Path;

/** A memory in files, on purpose. */
final class Filed {
    boolean isThere(Path file) {
        return Files.exists(file);
    }
}
