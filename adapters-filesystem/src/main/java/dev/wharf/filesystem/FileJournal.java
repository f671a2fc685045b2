package dev.wharf.filesystem;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.Sha256;
import dev.wharf.port.DeployJournal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A journal in a file: one line of JSON for each thing written, only ever added to. A line that was cut off, because the machine went
 * down, is passed over. Any number of processes may write one file.
 */
public final class FileJournal implements DeployJournal {
    /** Locks of files are between processes; within one, these are. */
    private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

    private static final Set<OpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path file;

    /**
     * The journal in a file.
     *
     * @param file the file; it and its directory are made when something is written, readable by their owner only
     */
    public FileJournal(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Override
    public void write(DeployRecord entry) {
        byte[] line = DeployRecordJson.write(entry);
        synchronized (LOCKS.computeIfAbsent(file, path -> new Object())) {
            try {
                append(line);
            } catch (IOException e) {
                throw DiskFailure.of("write the deploy journal", file, e);
            }
        }
    }

    @Override
    public List<DeployRecord> list(ConnectionId connection) {
        return read(entry -> connection.equals(entry.connectionId()));
    }

    @Override
    public List<DeployRecord> listWithoutConnection(ConnectionName name) {
        return read(
                entry -> entry.connectionId() == null && entry.connectionName().equals(name));
    }

    @Override
    public Optional<List<DeployRecord>> listBegun(Sha256 to) {
        return Optional.of(
                read(entry -> entry.state() == State.BEGUN && entry.to().equals(to)));
    }

    private List<DeployRecord> read(Predicate<DeployRecord> wanted) {
        Map<String, DeployRecord> last = new LinkedHashMap<>();
        try {
            // Not Files.readAllLines, which fails for all when one line is not UTF-8.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Arrays.stream(text.split("\n", -1))
                    .flatMap(line -> DeployRecordJson.read(line).stream())
                    .forEach(entry -> last.put(entry.id(), entry));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw DiskFailure.of("read the deploy journal", file, e);
        }
        return last.values().stream().filter(wanted).toList();
    }

    private void append(byte[] line) throws IOException {
        OwnerOnly ownerOnly = new OwnerOnly(file.getFileSystem());
        Path directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(directory, ownerOnly.directory());
        }
        boolean isNew = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(file, APPENDING, ownerOnly.file());
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            long end = channel.size();
            try {
                channel.position(end);
                writeAll(channel, separated(channel, end, line));
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
        if (isNew && directory != null) {
            Durability.fsyncDirectory(directory);
        }
    }

    /** A line that was cut off must not spoil the next. */
    private static ByteBuffer separated(FileChannel channel, long end, byte[] line) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean cutOff = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 2);
        if (cutOff) {
            bytes.put((byte) '\n');
        }
        return bytes.put(line).put((byte) '\n').flip();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
