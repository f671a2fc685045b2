package dev.wharf.testkit;

import dev.wharf.testkit.ForgetfulFileSystem.Loss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a file system would survive a loss of power: names by directory, and bytes by file, as at the last fsync of each. */
final class Disk {
    private final Path root;
    private final Map<Object, Map<String, Node>> directories = new HashMap<>();
    private final Map<Object, Contents> files = new HashMap<>();

    Disk(FileSystem seen) {
        root = seen.getPath("/");
        try {
            forceAll();
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    /** Fsyncs everything. */
    synchronized void forceAll() throws IOException {
        for (Path path : everything()) {
            force(node(path).key, true);
        }
    }

    /** Fsyncs a file or directory, by its key, because it may have another name now than when it was opened. */
    synchronized void force(Object key, boolean metadata) throws IOException {
        Path path = seen(key);
        if (path == null) {
            return;
        }
        if (Files.isDirectory(path)) {
            directories.put(key, names(path));
            return;
        }
        Contents before = files.get(key);
        FileTime modified = metadata || before == null ? Files.getLastModifiedTime(path) : before.modified;
        files.put(key, new Contents(Files.readAllBytes(path), modified));
    }

    /** Builds what is found after a loss of power. */
    synchronized void restore(FileSystem found, Loss loss) throws IOException {
        restore(node(root).key, found.getPath("/"), loss);
    }

    private void restore(Object directory, Path target, Loss loss) throws IOException {
        Path seen = loss == Loss.EVERYTHING ? null : seen(directory);
        Map<String, Node> names = seen == null ? directories.getOrDefault(directory, Map.of()) : names(seen);
        for (Map.Entry<String, Node> name : names.entrySet()) {
            Path child = target.resolve(name.getKey());
            Node node = name.getValue();
            if (node.directory) {
                Files.createDirectories(child);
                restore(node.key, child, loss);
            } else {
                Contents contents = survivor(node.key, loss);
                Files.write(child, contents.bytes);
                Files.setLastModifiedTime(child, contents.modified);
            }
        }
    }

    private Contents survivor(Object file, Loss loss) throws IOException {
        Contents forced = files.getOrDefault(file, new Contents(new byte[0], FileTime.fromMillis(0)));
        Path seen = loss == Loss.HALF_OF_CONTENTS ? seen(file) : null;
        if (seen == null) {
            return forced;
        }
        byte[] bytes = Files.readAllBytes(seen);
        return Arrays.equals(bytes, forced.bytes)
                ? forced
                : new Contents(Arrays.copyOf(bytes, bytes.length / 2), Files.getLastModifiedTime(seen));
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        } catch (UncheckedIOException e) {
            // Another thread removed what was about to be visited.
            return everything();
        }
    }

    private @Nullable Path seen(Object key) throws IOException {
        for (Path path : everything()) {
            try {
                if (node(path).key.equals(key)) {
                    return path;
                }
            } catch (NoSuchFileException e) {
                // Another thread removed it since it was listed.
            }
        }
        return null;
    }

    private static Map<String, Node> names(Path directory) throws IOException {
        Map<String, Node> names = new HashMap<>();
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                names.put(Objects.toString(child.getFileName()), node(child));
            }
        }
        return names;
    }

    private static Node node(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Node(attributes.fileKey(), attributes.isDirectory());
    }

    /** The key of a file or directory that is seen, which it keeps under every name. */
    static Object key(Path path) throws IOException {
        return node(path).key;
    }

    private record Node(Object key, boolean directory) {}

    private static final class Contents {
        private final byte[] bytes;
        private final FileTime modified;

        Contents(byte[] bytes, FileTime modified) {
            this.bytes = bytes;
            this.modified = modified;
        }
    }
}
