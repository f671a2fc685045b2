package dev.wharf.testkit;

import dev.wharf.failure.StorageException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store whose disk fails once, at a step of your choice. Every call of the port is a step, and so are each read of a
 * source being staged (its failure is the store's, as if the disk were full halfway), each entry visited and each read of a
 * channel. A step fails before it has any effect: ports throw {@link StorageException}, channels {@link IOException};
 * {@code close} never fails. To see what becomes of your code wherever the disk may fail:
 *
 * <pre>{@code
 * FaultyArchiveStore store;
 * int step = 0;
 * do {
 *     store = new FaultyArchiveStore(new InMemoryArchiveStore(), ++step);
 *     // run the code, expect success or StorageException, check that nothing is left half done
 * } while (store.failedStep() != null);
 * }</pre>
 */
public final class FaultyArchiveStore implements ArchiveStore {
    private final ArchiveStore store;
    private final Steps steps = new Steps();

    /**
     * Decorates a store.
     *
     * @param store the store behind, which works
     * @param failAt the number of the step that fails, counted from 1; 0 for none
     */
    public FaultyArchiveStore(ArchiveStore store, int failAt) {
        this.store = store;
        steps.restart(failAt);
    }

    /**
     * How many steps were taken so far.
     *
     * @return the number, which includes the failed one
     */
    public int steps() {
        return steps.taken();
    }

    /**
     * Which step failed.
     *
     * @return its number and what it was, for an assertion's description; null if none failed yet
     */
    public @Nullable String failedStep() {
        return steps.failed();
    }

    @Override
    public StagedArchive stage(ArchiveSource source, long maxBytes) {
        step("stage");
        return new Staged(store.stage(new Source(source), maxBytes));
    }

    @Override
    public Optional<StoredArchive> find(Sha256 sha256) {
        step("find");
        return store.find(sha256).map(Stored::new);
    }

    @Override
    public boolean deleteIfUntouchedSince(Sha256 sha256, Instant cutoff) {
        step("delete");
        return store.deleteIfUntouchedSince(sha256, cutoff);
    }

    @Override
    public boolean touch(Sha256 sha256) {
        step("touch");
        return store.touch(sha256);
    }

    @Override
    public void forEach(Consumer<Entry> visitor) {
        step("list");
        store.forEach(entry -> {
            step("entry");
            visitor.accept(entry);
        });
    }

    private void step(String what) {
        if (steps.fails(what)) {
            throw new StorageException("The disk failed at " + steps.failed() + ", as this test asked for.", null);
        }
    }

    private void ioStep(String what) throws IOException {
        if (steps.fails(what)) {
            throw new IOException("The disk failed at " + steps.failed() + ", as this test asked for.");
        }
    }

    private final class Source implements ArchiveSource {
        private final ArchiveSource source;

        Source(ArchiveSource source) {
            this.source = source;
        }

        @Override
        public OptionalLong size() {
            return source.size();
        }

        @Override
        public InputStream open() throws IOException {
            return new FilterInputStream(source.open()) {
                @Override
                public int read() throws IOException {
                    step("read of the source");
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    step("read of the source");
                    return super.read(bytes, offset, length);
                }
            };
        }
    }

    private class Stored implements StoredArchive {
        private final StoredArchive archive;

        Stored(StoredArchive archive) {
            this.archive = archive;
        }

        @Override
        public Sha256 sha256() {
            return archive.sha256();
        }

        @Override
        public long length() {
            return archive.length();
        }

        @Override
        public SeekableByteChannel openChannel() throws IOException {
            ioStep("openChannel");
            return new Channel(archive.openChannel());
        }
    }

    private final class Staged extends Stored implements StagedArchive {
        private final StagedArchive archive;

        Staged(StagedArchive archive) {
            super(archive);
            this.archive = archive;
        }

        @Override
        public StoredArchive publish() {
            step("publish");
            return new Stored(archive.publish());
        }

        @Override
        public void close() {
            archive.close();
        }
    }

    private final class Channel implements SeekableByteChannel {
        private final SeekableByteChannel channel;

        Channel(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            ioStep("read of a channel");
            return channel.read(buffer);
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            return channel.write(buffer);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
