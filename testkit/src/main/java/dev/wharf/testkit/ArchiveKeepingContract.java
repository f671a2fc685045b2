package dev.wharf.testkit;

import static dev.wharf.testkit.StoreSamples.BYTES;
import static dev.wharf.testkit.StoreSamples.ENOUGH;
import static dev.wharf.testkit.StoreSamples.HASH;
import static dev.wharf.testkit.StoreSamples.LATER;
import static dev.wharf.testkit.StoreSamples.entries;
import static dev.wharf.testkit.StoreSamples.hash;
import static dev.wharf.testkit.StoreSamples.publish;
import static dev.wharf.testkit.StoreSamples.read;
import static dev.wharf.testkit.StoreSamples.together;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wharf.failure.IntegrityException;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Archives are kept, found, listed, and never served with other bytes. */
interface ArchiveKeepingContract extends ArchiveStoreFixture {
    @Test
    default void a_published_archive_is_found_with_its_bytes_hash_and_length() throws IOException {
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
    default void a_published_archive_is_found_by_another_store_at_the_same_place() throws IOException {
        publish(store(), BYTES);

        assertThat(read(anotherStoreAtTheSamePlace().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    default void an_empty_archive_is_kept_like_any_other() throws IOException {
        publish(store(), new byte[0]);

        assertThat(read(store().find(Sha256.of(new byte[0])).orElseThrow())).isEmpty();
    }

    @Test
    default void an_unknown_archive_is_not_found() {
        assertThat(store().find(HASH)).isEmpty();

        publish(store(), "another archive".getBytes(UTF_8));

        assertThat(store().find(HASH)).isEmpty();
    }

    @Test
    default void of_concurrent_publishers_of_one_archive_every_one_succeeds() throws Exception {
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
    default void concurrent_publishers_of_different_archives_do_not_disturb_each_other() throws Exception {
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
    default void an_archive_whose_bytes_have_changed_is_never_served_and_can_be_stored_anew() throws IOException {
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
    default void publishing_over_changed_bytes_restores_the_archive() throws IOException {
        publish(store(), BYTES);
        corrupt(HASH, "short".getBytes(UTF_8));

        publish(store(), BYTES);

        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    default void every_kept_archive_is_listed_with_its_size_and_the_time_of_its_publication() {
        assertThat(entries(store())).as("while empty").isEmpty();
        publish(store(), BYTES);
        publish(store(), new byte[5]);

        assertThat(entries(anotherStoreAtTheSamePlace()))
                .extracting(ArchiveStore.Entry::sha256, ArchiveStore.Entry::length)
                .containsExactlyInAnyOrder(tuple(HASH, (long) BYTES.length), tuple(Sha256.of(new byte[5]), 5L));
        assertThat(entries(store())).allSatisfy(e -> assertThat(e.touchedAt()).isAfter(LATER));
    }

    @Test
    default void a_large_archive_passes_through() throws IOException {
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
}
