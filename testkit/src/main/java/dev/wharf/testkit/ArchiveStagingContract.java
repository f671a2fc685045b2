package dev.wharf.testkit;

import static dev.wharf.testkit.StoreSamples.BYTES;
import static dev.wharf.testkit.StoreSamples.ENOUGH;
import static dev.wharf.testkit.StoreSamples.HASH;
import static dev.wharf.testkit.StoreSamples.entries;
import static dev.wharf.testkit.StoreSamples.publish;
import static dev.wharf.testkit.StoreSamples.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Archives are received, bounded, and dropped again. */
interface ArchiveStagingContract extends ArchiveStoreFixture {
    @Test
    default void a_staged_archive_tells_its_hash_and_can_be_read_before_it_is_kept() throws IOException {
        try (StagedArchive staged = store().stage(ArchiveSource.of(BYTES), ENOUGH)) {
            assertThat(staged.sha256()).isEqualTo(HASH);
            assertThat(staged.length()).isEqualTo(BYTES.length);
            assertThat(read(staged)).isEqualTo(BYTES);
            assertThat(read(staged)).as("read again").isEqualTo(BYTES);
            assertThat(store().find(HASH)).isEmpty();
        }
    }

    @Test
    default void closing_without_publishing_leaves_nothing_behind() throws IOException {
        StagedArchive staged = store().stage(ArchiveSource.of(BYTES), ENOUGH);
        assertThat(staged.sha256()).isEqualTo(HASH);
        staged.close();
        staged.close();

        assertNothingKept();
    }

    @Test
    default void closing_after_publishing_keeps_the_archive_and_leaves_nothing_else() throws IOException {
        publish(store(), BYTES);
        publish(store(), BYTES);

        assertThat(store().find(HASH)).isPresent();
        assertThat(entries(store())).hasSize(1);
        assertThat(leftovers()).isZero();
    }

    @Test
    default void an_archive_of_exactly_the_limit_passes() throws IOException {
        try (StagedArchive staged = store().stage(PatternSource.of(100_000), 100_000)) {
            assertThat(staged.length()).isEqualTo(100_000);
            assertThat(staged.publish().length()).isEqualTo(100_000);
        }
    }

    @Test
    default void one_byte_more_than_the_limit_is_too_large_and_no_more_than_that_byte_is_read() throws IOException {
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
    default void a_limit_without_bound_is_a_limit_too() throws IOException {
        try (StagedArchive staged = store().stage(PatternSource.of(100_000), Long.MAX_VALUE)) {
            assertThat(staged.length()).isEqualTo(100_000);
        }
    }

    @Test
    default void a_source_that_fails_is_an_interrupted_transfer_of_which_nothing_is_kept() throws IOException {
        for (long bytes : new long[] {0, 1, 100_000}) {
            PatternSource failing = PatternSource.failingAfter(bytes);

            assertThatThrownBy(() -> store().stage(failing, ENOUGH)).isInstanceOf(InterruptedTransferException.class);

            assertThat(failing.closed()).as("source closed").isTrue();
        }
        assertNothingKept();
    }

    @Test
    default void a_source_that_cannot_be_opened_is_an_interrupted_transfer() throws IOException {
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
    default void a_source_that_ends_before_its_announced_size_is_an_interrupted_transfer() throws IOException {
        assertThatThrownBy(() -> store().stage(PatternSource.announcing(1000, 999), ENOUGH))
                .isInstanceOf(InterruptedTransferException.class);

        assertNothingKept();
    }

    @Test
    default void the_failures_of_a_source_that_verifies_itself_reach_the_caller_unchanged() throws IOException {
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

    /** Asserts that neither a kept archive nor anything of a staged one is there. */
    private void assertNothingKept() throws IOException {
        assertThat(store().find(HASH)).isEmpty();
        assertThat(entries(store())).isEmpty();
        assertThat(leftovers()).isZero();
    }
}
