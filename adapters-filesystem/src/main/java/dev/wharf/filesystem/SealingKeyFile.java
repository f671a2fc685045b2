package dev.wharf.filesystem;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.StorageException;
import dev.wharf.model.SealingKey;
import dev.wharf.port.SealingKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key in a file of its own that only its owner can read, made when it is needed first. The file has its name only when it is
 * complete and on the disk, and once it has one it is never written again; of several processes that make it at once, one does,
 * and all get that one's key.
 */
public final class SealingKeyFile implements SealingKeys {
    private final Path file;
    private volatile @Nullable SealingKey read;

    /**
     * Takes a file. Nothing is read or made yet.
     *
     * @param file the file, which need not exist, in a directory that does by the time a key is made
     */
    public SealingKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public SealingKey current() {
        try {
            SealingKey key = read();
            if (key == null) {
                make();
                key = read();
            }
            if (key == null) {
                throw new NoSuchFileException(file.toString());
            }
            return key;
        } catch (IOException e) {
            throw DiskFailure.of("store the key for configuration values", file, e);
        }
    }

    @Override
    public Optional<SealingKey> find(String id) {
        try {
            return Optional.ofNullable(read()).filter(key -> key.id().equals(id));
        } catch (IOException e) {
            throw DiskFailure.of("read the key for configuration values", file, e);
        }
    }

    private @Nullable SealingKey read() throws IOException {
        SealingKey known = read;
        if (known != null) {
            return known;
        }
        try {
            SealingKey key = SealingKey.parse(Files.readString(file, StandardCharsets.US_ASCII));
            // Whoever made it may not have come to this yet, and what is sealed with it must not outlive it.
            Durability.fsyncDirectory(file.resolveSibling(""));
            read = key;
            return key;
        } catch (NoSuchFileException e) {
            return null;
        } catch (InvalidRequestException e) {
            throw new StorageException(
                    "The file secrets.key in the data directory holds no key.",
                    "Restore it from a backup. Without it, the configuration values encrypted with it are lost.",
                    e);
        }
    }

    private void make() throws IOException {
        Path temporary = file.resolveSibling(".wharf-" + UUID.randomUUID() + ".part");
        try (FileChannel channel = FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                new OwnerOnly(file.getFileSystem()).file())) {
            ByteBuffer text = StandardCharsets.US_ASCII.encode(
                    SealingKey.random(new SecureRandom()).base64() + "\n");
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        try {
            name(temporary);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its key is everybody's.
        } finally {
            BlobWriter.drop(temporary);
        }
    }

    /** A link, because unlike a move it never takes the place of what is there. */
    private void name(Path temporary) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (UnsupportedOperationException e) {
            Files.move(temporary, file);
        }
    }
}
