package dev.wharf.filesystem;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.UUID;

/**
 * A file being written for a user, who sees it complete or not at all: bytes go to a temporary file beside it, which takes
 * its name in {@link #complete()} and is deleted on any other exit. A file of that name stays as it is until then.
 *
 * <pre>{@code
 * try (TargetFile file = TargetFile.at(path)) {
 *     file.receive(download.stream());
 *     file.complete();
 * }
 * }</pre>
 */
public final class TargetFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream stream;
    private final EarlyFlush flush;
    private boolean completed;

    private TargetFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.stream = Channels.newOutputStream(channel);
        this.flush = new EarlyFlush(() -> Durability.fsyncFile(temporary));
    }

    /**
     * Begins to write a file.
     *
     * @param target the file to be; its directory exists. If it is a symbolic link, what that leads to is replaced
     * @return the file, which the caller closes
     * @throws InvalidRequestException if there is something else than a file
     * @throws dev.wharf.failure.StorageException if nothing can be written there
     */
    public static TargetFile at(Path target) {
        try {
            Path actual = resolve(target.toAbsolutePath());
            Path temporary = actual.resolveSibling(".wharf-" + UUID.randomUUID() + ".part");
            FileChannel channel =
                    FileChannel.open(temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            return new TargetFile(actual, temporary, channel);
        } catch (IOException e) {
            throw DiskFailure.of("write the file", target, e);
        }
    }

    /**
     * Where to write to, for code that writes on its own account.
     *
     * @return the stream, not buffered; the same at every call. Its failures are the disk's
     */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Writes all that a stream holds. The caller closes the stream.
     *
     * @param in the bytes
     * @return their number and hash
     * @throws dev.wharf.failure.InterruptedTransferException if reading fails
     * @throws dev.wharf.failure.StorageException if writing fails
     */
    public HashedBytes receive(InputStream in) {
        try {
            return HashedBytes.copy(new SourceStream(in), Long.MAX_VALUE, channel);
        } catch (IOException e) {
            throw DiskFailure.of("write the file", target, e);
        }
    }

    /**
     * Writes all that a stream holds which verifies itself, as that of an {@link dev.wharf.port.ArchiveDownload} does whose hash is
     * known; so it is not hashed a second time. The caller closes the stream.
     *
     * @param in the bytes, whose end is reached only if they are right
     * @param sha256 their hash
     * @return their number and that hash
     * @throws dev.wharf.failure.InterruptedTransferException if reading fails
     * @throws dev.wharf.failure.StorageException if writing fails
     */
    public HashedBytes receiveVerified(InputStream in, Sha256 sha256) {
        SourceStream source = new SourceStream(in);
        try {
            return new HashedBytes(sha256, HashedBytes.move(source, channel, flush));
        } catch (IOException e) {
            throw DiskFailure.of("write the file", target, e);
        }
    }

    /**
     * Puts the file into its place, all its bytes on the disk.
     *
     * @throws dev.wharf.failure.StorageException if that fails; a file of that name is as it was
     */
    public void complete() {
        try {
            flush.finish();
            channel.force(true);
            channel.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DiskFailure.of("write the file", target, e);
        }
        completed = true;
    }

    /** Deletes what was not completed. Never fails. */
    @Override
    public void close() {
        if (completed) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
        BlobWriter.drop(temporary);
        if (Files.exists(temporary)) {
            // Some systems delete nothing that is open, as it is while it is put on the disk.
            dropOnceFlushed();
        }
    }

    private void dropOnceFlushed() {
        try {
            flush.finish();
        } catch (IOException e) {
            // It is of no use any more.
        }
        BlobWriter.drop(temporary);
    }

    private static Path resolve(Path target) throws IOException {
        try {
            Path actual = target.toRealPath();
            if (!Files.readAttributes(actual, BasicFileAttributes.class).isRegularFile()) {
                throw new InvalidRequestException("The output path is not a file.", "Give another path to write to.");
            }
            return actual;
        } catch (NoSuchFileException e) {
            return target;
        }
    }
}
