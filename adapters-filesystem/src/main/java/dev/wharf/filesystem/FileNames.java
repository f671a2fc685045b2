package dev.wharf.filesystem;

import dev.wharf.failure.InvalidProjectException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names of files as UTF-8, whatever the locale. On Unix a name is bytes, and Java reads and writes them in the locale's
 * encoding: in the plain C locale, which containers often have, it cannot say "é". A path's URI has the bytes themselves.
 */
final class FileNames {
    private static final String HEX = "0123456789ABCDEF";

    private final Path root;
    private final boolean bytes;

    FileNames(Path root) {
        this.root = root;
        FileSystem system = root.getFileSystem();
        this.bytes = system.equals(FileSystems.getDefault())
                && system.supportedFileAttributeViews().contains("unix");
    }

    /**
     * The last name of a path.
     *
     * @throws InvalidProjectException if it is not UTF-8
     */
    String last(Path path) {
        return utf8(path)
                .orElseThrow(() -> new InvalidProjectException(
                        "The file " + path.getFileName() + " has a name that is not UTF-8.", "Rename it.", null));
    }

    /** The last name of a path; empty if it is not UTF-8. */
    Optional<String> utf8(Path path) {
        String name = String.valueOf(path.getFileName());
        if (!bytes || isPlain(name)) {
            return Optional.of(name);
        }
        // Of the path beside the root directory: the whole path's directories may be asked for on the disk, and may be
        // long.
        String uri = Path.of("/").resolve(path.getFileName()).toUri().getRawPath();
        String raw = uri.substring(1, uri.endsWith("/") ? uri.length() - 1 : uri.length());
        return decode(raw);
    }

    /** A path below the root. */
    Path resolve(String path) {
        if (!bytes || isPlain(path)) {
            return root.resolve(path);
        }
        Path relative = Path.of("/").relativize(Path.of(URI.create("file:///" + encode(path))));
        return root.resolve(relative);
    }

    private static boolean isPlain(String path) {
        return path.chars().allMatch(c -> c < 0x80);
    }

    private static Optional<String> decode(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String encode(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b == '/') {
                uri.append('/');
            } else {
                uri.append('%').append(HEX.charAt((b >> 4) & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
        return uri.toString();
    }
}
