package dev.wharf.filesystem;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore.Entry;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads kept archives, and trusts none that it has not verified. */
final class BlobReader {
    private final StorePaths paths;
    private final StoreLocks locks;
    private final Quarantine quarantine;
    private final Clock clock;
    private final VerifiedBlobs verified = new VerifiedBlobs();

    BlobReader(StorePaths paths, StoreLocks locks, Quarantine quarantine, Clock clock) {
        this.paths = paths;
        this.locks = locks;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    Optional<StoredArchive> find(Sha256 sha256) throws IOException {
        Path blob = paths.blob(sha256);
        while (true) {
            Optional<Stamp> seen = Stamp.of(blob);
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            Stamp stamp = seen.get();
            HashedBytes actual;
            try {
                actual = read(sha256, stamp);
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
            if (actual.sha256().equals(sha256)) {
                return Optional.of(new StoredBlob(sha256, actual.length(), blob));
            }
            // What was read may have been replaced by good bytes since; those must stay.
            boolean taken = locks.holding(sha256, () -> {
                boolean same = Stamp.of(blob).equals(seen);
                if (same) {
                    quarantine.take(sha256);
                }
                return same;
            });
            if (taken) {
                throw new IntegrityException(
                        "The stored archive changed on its disk. Wharf moved it into quarantine.",
                        "Upload it again.",
                        sha256.hex(),
                        actual.sha256().hex());
            }
        }
    }

    /** Whether an archive is there and intact; one that has changed is put into quarantine. The caller holds its lock. */
    boolean hasIntact(Sha256 sha256) throws IOException {
        Optional<Stamp> stamp = Stamp.of(paths.blob(sha256));
        if (stamp.isEmpty()) {
            return false;
        }
        boolean intact = read(sha256, stamp.get()).sha256().equals(sha256);
        if (!intact) {
            quarantine.take(sha256);
        }
        return intact;
    }

    void forEach(Consumer<Entry> visitor) throws IOException {
        for (Path shard : list(paths.blobs())) {
            for (Path file : list(shard)) {
                Optional<Entry> entry = entry(shard, file);
                entry.ifPresent(visitor);
            }
        }
    }

    private HashedBytes read(Sha256 sha256, Stamp stamp) throws IOException {
        if (verified.contains(sha256, stamp)) {
            return new HashedBytes(sha256, stamp.size());
        }
        Path blob = paths.blob(sha256);
        Instant start = clock.instant();
        HashedBytes actual = HashedBytes.of(blob);
        boolean untouched = Stamp.of(blob).equals(Optional.of(stamp));
        if (actual.sha256().equals(sha256) && untouched && stamp.settledBefore(start)) {
            verified.add(sha256, stamp);
        }
        return actual;
    }

    private static Optional<Entry> entry(Path shard, Path file) throws IOException {
        Optional<Sha256> sha256 = StorePaths.archive(shard, file);
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Instant touchedAt = attributes.lastModifiedTime().toInstant();
            return attributes.isRegularFile()
                    ? Optional.of(new Entry(sha256.get(), attributes.size(), touchedAt))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(all::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return all;
    }
}
