package dev.wharf.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file was touched since one looked: which file it is, its size, when its bytes changed, and, where the
 * system says, when anything about it changed. The last one cannot be set back by whoever changes a file.
 */
record Stamp(@Nullable Object fileKey, long size, FileTime modified, @Nullable FileTime changed) {
    /** Times of files are coarse; the coarsest in use, FAT's, counts in two seconds. */
    private static final Duration GRAIN = Duration.ofSeconds(2);

    /** Looks at a file; empty if it is not there. */
    static Optional<Stamp> of(Path file) throws IOException {
        try {
            return Optional.of(
                    file.getFileSystem().supportedFileAttributeViews().contains("unix") ? unix(file) : any(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Stamp unix(Path file) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(file, "unix:fileKey,size,lastModifiedTime,ctime");
        return new Stamp(
                attributes.get("fileKey"),
                (Long) Objects.requireNonNull(attributes.get("size")),
                (FileTime) Objects.requireNonNull(attributes.get("lastModifiedTime")),
                (FileTime) attributes.get("ctime"));
    }

    private static Stamp any(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime(), null);
    }

    /** Whether the last change is so long before a time that any change after that time would show in the stamp. */
    boolean settledBefore(Instant time) {
        Instant settled = time.minus(GRAIN);
        return modified.toInstant().isBefore(settled)
                && (changed == null || changed.toInstant().isBefore(settled));
    }
}
