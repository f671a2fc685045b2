package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a store keeps what. Only validated hashes and names made here become paths, never anything a caller wrote. */
final class StorePaths {
    private static final Pattern BLOB = Pattern.compile("[0-9a-f]{64}");
    private static final int SHARD_DIGITS = 2;

    private final Path root;

    StorePaths(Path root) {
        this.root = root.toAbsolutePath();
    }

    Path root() {
        return root;
    }

    Path blobs() {
        return root.resolve("blobs").resolve("sha256");
    }

    Path shard(Sha256 sha256) {
        return blobs().resolve(sha256.hex().substring(0, SHARD_DIGITS));
    }

    Path blob(Sha256 sha256) {
        return shard(sha256).resolve(sha256.hex());
    }

    /** The archive a file of a shard would be, if it is one at all. */
    static Optional<Sha256> archive(Path shard, Path file) {
        String name = String.valueOf(file.getFileName());
        return BLOB.matcher(name).matches()
                        && name.substring(0, SHARD_DIGITS).equals(String.valueOf(shard.getFileName()))
                ? Optional.of(new Sha256(name))
                : Optional.empty();
    }

    Path quarantine() {
        return root.resolve("quarantine");
    }

    Path sessions() {
        return root.resolve("sessions");
    }

    Path locks() {
        return root.resolve("locks");
    }
}
