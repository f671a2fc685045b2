package dev.wharf.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the parts of {@link ArchiveStoreContract} store, and how they look at it. */
final class StoreSamples {
    /** More than any archive of these tests. */
    static final long ENOUGH = 1L << 30;

    static final byte[] BYTES = "the bytes of an archive".getBytes(UTF_8);
    static final Sha256 HASH = Sha256.of(BYTES);
    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant LATER = LONG_AGO.plusSeconds(3600);
    static final Instant FAR_FUTURE = Instant.parse("2200-01-01T00:00:00Z");

    private StoreSamples() {}

    static StoredArchive publish(ArchiveStore store, byte[] bytes) {
        try (StagedArchive staged = store.stage(ArchiveSource.of(bytes), ENOUGH)) {
            return staged.publish();
        }
    }

    static List<ArchiveStore.Entry> entries(ArchiveStore store) {
        List<ArchiveStore.Entry> entries = new ArrayList<>();
        store.forEach(entries::add);
        return entries;
    }

    static byte[] read(StoredArchive archive) throws IOException {
        try (InputStream in = archive.open()) {
            return in.readAllBytes();
        }
    }

    static Sha256 hash(StoredArchive archive) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = archive.open()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        }
        return Sha256.of(digest);
    }

    static String text(SeekableByteChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A channel may give less than asked for.
        }
        return new String(buffer.array(), 0, buffer.position(), UTF_8);
    }

    /** Runs all tasks at once, and tells what they answered. */
    static List<Long> together(List<Callable<Long>> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Long>> futures = new ArrayList<>();
            for (Callable<Long> task : tasks) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<Long> answers = new ArrayList<>();
            for (Future<Long> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
