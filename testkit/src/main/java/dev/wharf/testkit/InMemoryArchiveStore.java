package dev.wharf.testkit;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A store for tests: keeps archives in memory, for as long as it lives. It keeps every promise of the port but survival. */
public final class InMemoryArchiveStore implements ArchiveStore {
    private static final int CHUNK = 64 * 1024;

    private final Map<Sha256, Kept> archives = new ConcurrentHashMap<>();
    private final Clock clock;

    /** An empty store that goes by the system's clock. */
    public InMemoryArchiveStore() {
        this(Clock.systemUTC());
    }

    /**
     * An empty store.
     *
     * @param clock tells when archives are published
     */
    public InMemoryArchiveStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StagedArchive stage(ArchiveSource source, long maxBytes) {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = receive(in, maxBytes);
        } catch (IOException e) {
            throw new InterruptedTransferException(
                    "The archive's bytes could not be read to the end.", "Send it again.", e);
        }
        if (bytes.length < source.size().orElse(0)) {
            throw new InterruptedTransferException(
                    "The archive ended before its announced" + " size.", "Send it again.", null);
        }
        return new Staged(Sha256.of(bytes), bytes);
    }

    @Override
    public Optional<StoredArchive> find(Sha256 sha256) {
        Kept kept = archives.get(sha256);
        if (kept == null) {
            return Optional.empty();
        }
        Sha256 actual = Sha256.of(kept.bytes);
        if (!actual.equals(sha256)) {
            archives.remove(sha256, kept);
            throw new IntegrityException(
                    "The stored archive has changed and was put" + " aside.",
                    "Upload it again.",
                    sha256.hex(),
                    actual.hex());
        }
        return Optional.of(new Found(sha256, kept.bytes));
    }

    @Override
    public boolean deleteIfUntouchedSince(Sha256 sha256, Instant cutoff) {
        boolean[] deleted = new boolean[1];
        archives.computeIfPresent(sha256, (key, kept) -> {
            deleted[0] = kept.touchedAt.isBefore(cutoff);
            return deleted[0] ? null : kept;
        });
        return deleted[0];
    }

    @Override
    public boolean touch(Sha256 sha256) {
        return archives.computeIfPresent(sha256, (key, kept) -> new Kept(kept.bytes, clock.instant())) != null;
    }

    @Override
    public void forEach(Consumer<Entry> visitor) {
        List<Entry> entries = archives.entrySet().stream()
                .map(e -> new Entry(e.getKey(), e.getValue().bytes.length, e.getValue().touchedAt))
                .toList();
        entries.forEach(visitor);
    }

    /**
     * Changes a kept archive behind the store's back, as a failing disk would.
     *
     * @param sha256 an archive that is kept
     * @param bytes what it holds from now on; not copied
     */
    public void corrupt(Sha256 sha256, byte[] bytes) {
        archives.computeIfPresent(sha256, (key, kept) -> new Kept(bytes, kept.touchedAt));
    }

    /**
     * Makes a kept archive look as if published at another time.
     *
     * @param sha256 an archive that is kept
     * @param touchedAt the time
     */
    public void touch(Sha256 sha256, Instant touchedAt) {
        archives.computeIfPresent(sha256, (key, kept) -> new Kept(kept.bytes, touchedAt));
    }

    private static byte[] receive(InputStream in, long maxBytes) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (true) {
            long room = maxBytes - received.size();
            int count = in.read(chunk, 0, room < CHUNK ? (int) room + 1 : CHUNK);
            if (count < 0) {
                return received.toByteArray();
            }
            if (count > room) {
                throw new TooLargeException(maxBytes);
            }
            received.write(chunk, 0, count);
        }
    }

    private static final class Kept {
        private final byte[] bytes;
        private final Instant touchedAt;

        Kept(byte[] bytes, Instant touchedAt) {
            this.bytes = bytes;
            this.touchedAt = touchedAt;
        }
    }

    private static class Stored implements StoredArchive {
        private final Sha256 sha256;
        private final byte[] bytes;

        Stored(Sha256 sha256, byte[] bytes) {
            this.sha256 = sha256;
            this.bytes = bytes;
        }

        @Override
        public Sha256 sha256() {
            return sha256;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel openChannel() throws IOException {
            return new BytesChannel(bytes);
        }
    }

    private final class Found extends Stored {
        Found(Sha256 sha256, byte[] bytes) {
            super(sha256, bytes);
        }

        @Override
        public SeekableByteChannel openChannel() throws IOException {
            if (!archives.containsKey(sha256())) {
                throw new NoSuchFileException(sha256().hex());
            }
            return super.openChannel();
        }
    }

    private final class Staged extends Stored implements StagedArchive {
        private final byte[] bytes;

        Staged(Sha256 sha256, byte[] bytes) {
            super(sha256, bytes);
            this.bytes = bytes;
        }

        @Override
        public StoredArchive publish() {
            archives.compute(sha256(), (key, kept) -> new Kept(bytes, clock.instant()));
            return new Found(sha256(), bytes);
        }

        @Override
        public void close() {
            // Nothing but this object holds the bytes of an archive that was not published.
        }
    }
}
