package dev.wharf.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.TooLargeException;
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
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ArchiveStore} promises, as tests. Whoever writes a store inherits this class and says where its stores
 * come from; survival of a loss of power is for the store's own tests.
 */
public abstract class ArchiveStoreContract {
    /** More than any archive of these tests. */
    protected static final long ENOUGH = 1L << 30;

    private static final byte[] BYTES = "the bytes of an archive".getBytes(UTF_8);
    private static final Sha256 HASH = Sha256.of(BYTES);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = LONG_AGO.plusSeconds(3600);
    private static final Instant FAR_FUTURE = Instant.parse("2200-01-01T00:00:00Z");

    /** For implementations. */
    protected ArchiveStoreContract() {}

    /**
     * The store under test, at a place that is empty when a test begins.
     *
     * @return the same store at every call within one test
     */
    protected abstract ArchiveStore store();

    /**
     * A further store at the same place, as another process has it.
     *
     * @return another store object; {@link #store()} itself only if its place cannot have two
     */
    protected abstract ArchiveStore anotherStoreAtTheSamePlace();

    /**
     * Changes a kept archive behind the store's back.
     *
     * @param sha256 an archive that is kept
     * @param bytes what to put in its place
     * @throws IOException if that fails
     */
    protected abstract void corrupt(Sha256 sha256, byte[] bytes) throws IOException;

    /**
     * Makes a kept archive look as if published at another time.
     *
     * @param sha256 an archive that is kept
     * @param touchedAt the time
     * @throws IOException if that fails
     */
    protected abstract void age(Sha256 sha256, Instant touchedAt) throws IOException;

    /**
     * Counts the archives received but not published of which the place still holds something.
     *
     * @return 0 if every staged archive was closed
     * @throws IOException if that cannot be found out
     */
    protected abstract long leftovers() throws IOException;

    @Test
    void a_published_archive_is_found_with_its_bytes_hash_and_length() throws IOException {
        StoredArchive published = publish(store(), BYTES);
        StoredArchive found = store().find(HASH).orElseThrow();

        for (StoredArchive archive : List.of(published, found)) {
            assertThat(archive.sha256()).isEqualTo(HASH);
            assertThat(archive.length()).isEqualTo(BYTES.length);
            assertThat(archive.size()).isEqualTo(OptionalLong.of(BYTES.length));
            assertThat(read(archive)).isEqualTo(BYTES);
        }
    }

    @Test
    void a_published_archive_is_found_by_another_store_at_the_same_place() throws IOException {
        publish(store(), BYTES);

        assertThat(read(anotherStoreAtTheSamePlace().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    void an_empty_archive_is_kept_like_any_other() throws IOException {
        publish(store(), new byte[0]);

        assertThat(read(store().find(Sha256.of(new byte[0])).orElseThrow())).isEmpty();
    }

    @Test
    void an_unknown_archive_is_not_found() {
        assertThat(store().find(HASH)).isEmpty();

        publish(store(), "another archive".getBytes(UTF_8));

        assertThat(store().find(HASH)).isEmpty();
    }

    @Test
    void a_staged_archive_tells_its_hash_and_can_be_read_before_it_is_kept() throws IOException {
        try (StagedArchive staged = store().stage(ArchiveSource.of(BYTES), ENOUGH)) {
            assertThat(staged.sha256()).isEqualTo(HASH);
            assertThat(staged.length()).isEqualTo(BYTES.length);
            assertThat(read(staged)).isEqualTo(BYTES);
            assertThat(read(staged)).as("read again").isEqualTo(BYTES);
            assertThat(store().find(HASH)).isEmpty();
        }
    }

    @Test
    void closing_without_publishing_leaves_nothing_behind() throws IOException {
        StagedArchive staged = store().stage(ArchiveSource.of(BYTES), ENOUGH);
        assertThat(staged.sha256()).isEqualTo(HASH);
        staged.close();
        staged.close();

        assertNothingKept();
    }

    @Test
    void closing_after_publishing_keeps_the_archive_and_leaves_nothing_else() throws IOException {
        publish(store(), BYTES);
        publish(store(), BYTES);

        assertThat(store().find(HASH)).isPresent();
        assertThat(entries(store())).hasSize(1);
        assertThat(leftovers()).isZero();
    }

    @Test
    void an_archive_of_exactly_the_limit_passes() throws IOException {
        try (StagedArchive staged = store().stage(PatternSource.of(100_000), 100_000)) {
            assertThat(staged.length()).isEqualTo(100_000);
            assertThat(staged.publish().length()).isEqualTo(100_000);
        }
    }

    @Test
    void one_byte_more_than_the_limit_is_too_large_and_no_more_than_that_byte_is_read() throws IOException {
        for (long limit : new long[] {0, 1, 8191, 8192, 65_535, 65_536, 100_000}) {
            PatternSource endless = PatternSource.of(Long.MAX_VALUE);

            assertThatThrownBy(() -> store().stage(endless, limit))
                    .isInstanceOfSatisfying(
                            TooLargeException.class, e -> assertThat(e.limit()).isEqualTo(limit));

            assertThat(endless.read()).isLessThanOrEqualTo(limit + 1);
            assertThat(endless.closed()).as("source closed").isTrue();
        }
        assertNothingKept();
    }

    @Test
    void a_limit_without_bound_is_a_limit_too() throws IOException {
        try (StagedArchive staged = store().stage(PatternSource.of(100_000), Long.MAX_VALUE)) {
            assertThat(staged.length()).isEqualTo(100_000);
        }
    }

    @Test
    void a_source_that_fails_is_an_interrupted_transfer_of_which_nothing_is_kept() throws IOException {
        for (long bytes : new long[] {0, 1, 100_000}) {
            PatternSource failing = PatternSource.failingAfter(bytes);

            assertThatThrownBy(() -> store().stage(failing, ENOUGH)).isInstanceOf(InterruptedTransferException.class);

            assertThat(failing.closed()).as("source closed").isTrue();
        }
        assertNothingKept();
    }

    @Test
    void a_source_that_cannot_be_opened_is_an_interrupted_transfer() throws IOException {
        ArchiveSource unreadable = new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone, as this test asked for");
            }
        };

        assertThatThrownBy(() -> store().stage(unreadable, ENOUGH)).isInstanceOf(InterruptedTransferException.class);

        assertNothingKept();
    }

    @Test
    void a_source_that_ends_before_its_announced_size_is_an_interrupted_transfer() throws IOException {
        assertThatThrownBy(() -> store().stage(PatternSource.announcing(1000, 999), ENOUGH))
                .isInstanceOf(InterruptedTransferException.class);

        assertNothingKept();
    }

    @Test
    void the_failures_of_a_source_that_verifies_itself_reach_the_caller_unchanged() throws IOException {
        IntegrityException failure = new IntegrityException("not what was sent", HASH.hex(), null);
        ArchiveSource verifying = new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    @Override
                    public int read() {
                        throw failure;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        throw failure;
                    }
                };
            }
        };

        assertThatThrownBy(() -> store().stage(verifying, ENOUGH)).isSameAs(failure);

        assertNothingKept();
    }

    @Test
    void publishing_what_is_there_already_is_success_and_makes_it_young() throws IOException {
        publish(store(), BYTES);
        age(HASH, LONG_AGO);
        assertThat(entries(store())).containsExactly(new ArchiveStore.Entry(HASH, BYTES.length, LONG_AGO));

        assertThat(read(publish(store(), BYTES))).isEqualTo(BYTES);

        assertThat(entries(store()).get(0).touchedAt()).isAfter(LATER);
        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();
        assertThat(store().find(HASH)).isPresent();
    }

    @Test
    void an_archive_published_before_the_cutoff_is_deleted() throws IOException {
        publish(store(), BYTES);
        age(HASH, LONG_AGO);

        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isTrue();

        assertThat(store().find(HASH)).isEmpty();
        assertThat(entries(store())).isEmpty();
        assertThat(store().deleteIfUntouchedSince(HASH, LATER))
                .as("deleted again")
                .isFalse();
    }

    @Test
    void an_archive_published_at_the_cutoff_or_after_stays() throws IOException {
        publish(store(), BYTES);
        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();
        age(HASH, LATER);

        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();

        assertThat(store().find(HASH)).isPresent();
    }

    @Test
    void a_touched_archive_is_young_and_as_it_was() throws IOException {
        publish(store(), BYTES);
        age(HASH, LONG_AGO);

        assertThat(store().touch(HASH)).isTrue();

        assertThat(entries(store()).get(0).touchedAt()).isAfter(LATER);
        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();
        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    void an_unknown_archive_cannot_be_touched() {
        assertThat(store().touch(HASH)).isFalse();

        assertThat(store().find(HASH)).isEmpty();
        assertThat(entries(store())).isEmpty();
    }

    @Test
    void deleting_an_unknown_archive_deletes_nothing() {
        assertThat(store().deleteIfUntouchedSince(HASH, FAR_FUTURE)).isFalse();

        publish(store(), "another archive".getBytes(UTF_8));

        assertThat(store().deleteIfUntouchedSince(HASH, FAR_FUTURE)).isFalse();
        assertThat(entries(store())).hasSize(1);
    }

    @Test
    void a_deleted_archive_can_be_stored_anew() throws IOException {
        publish(store(), BYTES);
        store().deleteIfUntouchedSince(HASH, FAR_FUTURE);

        publish(store(), BYTES);

        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    void an_archive_published_during_the_deletion_of_the_old_one_is_always_there_afterwards() throws Exception {
        ArchiveStore other = anotherStoreAtTheSamePlace();
        for (int round = 0; round < 40; round++) {
            publish(store(), BYTES);
            age(HASH, LONG_AGO);
            try (StagedArchive staged = store().stage(ArchiveSource.of(BYTES), ENOUGH)) {
                together(List.of(
                        () -> staged.publish().length(), () -> other.deleteIfUntouchedSince(HASH, LATER) ? 1L : 0L));
            }
            assertThat(read(store().find(HASH).orElseThrow()))
                    .as("round %d", round)
                    .isEqualTo(BYTES);
        }
    }

    @Test
    void of_concurrent_publishers_of_one_archive_every_one_succeeds() throws Exception {
        ArchiveStore other = anotherStoreAtTheSamePlace();
        List<Callable<Long>> publishers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ArchiveStore publisher = i % 2 == 0 ? store() : other;
            publishers.add(() -> publish(publisher, BYTES).length());
        }

        assertThat(together(publishers)).containsOnly((long) BYTES.length);

        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
        assertThat(entries(store())).hasSize(1);
        assertThat(leftovers()).isZero();
    }

    @Test
    void concurrent_publishers_of_different_archives_do_not_disturb_each_other() throws Exception {
        List<Callable<Long>> publishers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int length = 10_000 + i;
            publishers.add(() -> {
                try (StagedArchive staged = store().stage(PatternSource.of(length), ENOUGH)) {
                    return staged.publish().length();
                }
            });
        }

        assertThat(together(publishers))
                .containsExactlyInAnyOrder(10_000L, 10_001L, 10_002L, 10_003L, 10_004L, 10_005L);

        assertThat(entries(store())).hasSize(6).allSatisfy(entry -> assertThat(
                        store().find(entry.sha256()).orElseThrow().length())
                .isEqualTo(entry.length()));
    }

    @Test
    void an_archive_whose_bytes_have_changed_is_never_served_and_can_be_stored_anew() throws IOException {
        publish(store(), BYTES);
        byte[] changed = BYTES.clone();
        changed[3] ^= 1;
        corrupt(HASH, changed);

        assertThatThrownBy(() -> store().find(HASH)).isInstanceOfSatisfying(IntegrityException.class, e -> {
            assertThat(e.expected()).isEqualTo(HASH.hex());
            assertThat(e.actual()).isEqualTo(Sha256.of(changed).hex());
        });

        assertThat(store().find(HASH)).as("moved out of the way").isEmpty();
        assertThat(entries(store())).isEmpty();
        publish(store(), BYTES);
        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    void publishing_over_changed_bytes_restores_the_archive() throws IOException {
        publish(store(), BYTES);
        corrupt(HASH, "short".getBytes(UTF_8));

        publish(store(), BYTES);

        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    void channels_are_independent_and_read_at_any_position() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        try (SeekableByteChannel first = archive.openChannel()) {
            try (SeekableByteChannel second = archive.openChannel()) {
                assertThat(first.size()).isEqualTo(BYTES.length);
                assertThat(first.position()).isZero();
                first.position(BYTES.length - 3);

                assertThat(text(first, 3)).isEqualTo("ive");
                assertThat(first.read(ByteBuffer.allocate(1))).as("at the end").isEqualTo(-1);
                assertThat(text(second, 3)).as("the second begins at the start").isEqualTo("the");
                first.position(4);
                assertThat(text(first, 5)).as("backwards").isEqualTo("bytes");
            }
            assertThat(text(first, 3)).as("after the second is closed").isEqualTo(" of");
        }
    }

    @Test
    void channels_cannot_write() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        try (SeekableByteChannel channel = archive.openChannel()) {
            assertThatThrownBy(() -> channel.write(ByteBuffer.wrap(BYTES))).isInstanceOf(RuntimeException.class);
        }
        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    /**
     * A registry finds out that way whether an archive it is about to refer to was cleared away.
     *
     * @throws IOException if the test's own reading fails
     */
    @Test
    void a_deleted_archive_cannot_be_opened() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        archive.openChannel().close();
        store().deleteIfUntouchedSince(HASH, FAR_FUTURE);

        assertThatThrownBy(archive::openChannel).isInstanceOf(IOException.class);
    }

    @Test
    void an_open_channel_stays_readable_after_the_deletion() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        try (SeekableByteChannel channel = archive.openChannel()) {
            assertThat(store().deleteIfUntouchedSince(HASH, FAR_FUTURE)).isTrue();

            assertThat(text(channel, BYTES.length)).isEqualTo(new String(BYTES, UTF_8));
        }
    }

    @Test
    void every_kept_archive_is_listed_with_its_size_and_the_time_of_its_publication() {
        assertThat(entries(store())).as("while empty").isEmpty();
        publish(store(), BYTES);
        publish(store(), new byte[5]);

        assertThat(entries(anotherStoreAtTheSamePlace()))
                .extracting(ArchiveStore.Entry::sha256, ArchiveStore.Entry::length)
                .containsExactlyInAnyOrder(tuple(HASH, (long) BYTES.length), tuple(Sha256.of(new byte[5]), 5L));
        assertThat(entries(store())).allSatisfy(e -> assertThat(e.touchedAt()).isAfter(LATER));
    }

    @Test
    void what_is_listed_may_be_deleted_by_the_visitor() {
        publish(store(), BYTES);
        publish(store(), new byte[5]);

        store().forEach(entry -> store().deleteIfUntouchedSince(entry.sha256(), FAR_FUTURE));

        assertThat(entries(store())).isEmpty();
    }

    @Test
    void a_large_archive_passes_through() throws IOException {
        long length = 64L << 20;
        Sha256 hash;
        try (StagedArchive staged = store().stage(PatternSource.announcing(length, length), length)) {
            hash = staged.publish().sha256();
        }

        StoredArchive found = store().find(hash).orElseThrow();

        assertThat(found.length()).isEqualTo(length);
        assertThat(hash(found)).isEqualTo(hash);
        try (SeekableByteChannel channel = found.openChannel()) {
            channel.position(length - 1);
            ByteBuffer last = ByteBuffer.allocate(2);
            assertThat(channel.read(last)).isEqualTo(1);
            assertThat(last.get(0)).isEqualTo(PatternSource.at(length - 1));
        }
    }

    /** Asserts that neither a kept archive nor anything of a staged one is there. */
    private void assertNothingKept() throws IOException {
        assertThat(store().find(HASH)).isEmpty();
        assertThat(entries(store())).isEmpty();
        assertThat(leftovers()).isZero();
    }

    private static StoredArchive publish(ArchiveStore store, byte[] bytes) {
        try (StagedArchive staged = store.stage(ArchiveSource.of(bytes), ENOUGH)) {
            return staged.publish();
        }
    }

    private static List<ArchiveStore.Entry> entries(ArchiveStore store) {
        List<ArchiveStore.Entry> entries = new ArrayList<>();
        store.forEach(entries::add);
        return entries;
    }

    private static byte[] read(StoredArchive archive) throws IOException {
        try (InputStream in = archive.open()) {
            return in.readAllBytes();
        }
    }

    private static Sha256 hash(StoredArchive archive) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = archive.open()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        }
        return Sha256.of(digest);
    }

    private static String text(SeekableByteChannel channel, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A channel may give less than asked for.
        }
        return new String(buffer.array(), 0, buffer.position(), UTF_8);
    }

    /** Runs all tasks at once, and tells what they answered. */
    private static List<Long> together(List<Callable<Long>> tasks) throws Exception {
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
