package dev.wharf.testkit;

import static dev.wharf.testkit.StoreSamples.BYTES;
import static dev.wharf.testkit.StoreSamples.ENOUGH;
import static dev.wharf.testkit.StoreSamples.FAR_FUTURE;
import static dev.wharf.testkit.StoreSamples.HASH;
import static dev.wharf.testkit.StoreSamples.LATER;
import static dev.wharf.testkit.StoreSamples.LONG_AGO;
import static dev.wharf.testkit.StoreSamples.entries;
import static dev.wharf.testkit.StoreSamples.publish;
import static dev.wharf.testkit.StoreSamples.read;
import static dev.wharf.testkit.StoreSamples.together;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.StagedArchive;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Archives that nobody touched for long are deleted, and no others. */
interface ArchiveDeletionContract extends ArchiveStoreFixture {
    @Test
    default void publishing_what_is_there_already_is_success_and_makes_it_young() throws IOException {
        publish(store(), BYTES);
        age(HASH, LONG_AGO);
        assertThat(entries(store())).containsExactly(new ArchiveStore.Entry(HASH, BYTES.length, LONG_AGO));

        assertThat(read(publish(store(), BYTES))).isEqualTo(BYTES);

        assertThat(entries(store()).get(0).touchedAt()).isAfter(LATER);
        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();
        assertThat(store().find(HASH)).isPresent();
    }

    @Test
    default void an_archive_published_before_the_cutoff_is_deleted() throws IOException {
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
    default void an_archive_published_at_the_cutoff_or_after_stays() throws IOException {
        publish(store(), BYTES);
        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();
        age(HASH, LATER);

        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();

        assertThat(store().find(HASH)).isPresent();
    }

    @Test
    default void a_touched_archive_is_young_and_as_it_was() throws IOException {
        publish(store(), BYTES);
        age(HASH, LONG_AGO);

        assertThat(store().touch(HASH)).isTrue();

        assertThat(entries(store()).get(0).touchedAt()).isAfter(LATER);
        assertThat(store().deleteIfUntouchedSince(HASH, LATER)).isFalse();
        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    default void an_unknown_archive_cannot_be_touched() {
        assertThat(store().touch(HASH)).isFalse();

        assertThat(store().find(HASH)).isEmpty();
        assertThat(entries(store())).isEmpty();
    }

    @Test
    default void deleting_an_unknown_archive_deletes_nothing() {
        assertThat(store().deleteIfUntouchedSince(HASH, FAR_FUTURE)).isFalse();

        publish(store(), "another archive".getBytes(UTF_8));

        assertThat(store().deleteIfUntouchedSince(HASH, FAR_FUTURE)).isFalse();
        assertThat(entries(store())).hasSize(1);
    }

    @Test
    default void a_deleted_archive_can_be_stored_anew() throws IOException {
        publish(store(), BYTES);
        store().deleteIfUntouchedSince(HASH, FAR_FUTURE);

        publish(store(), BYTES);

        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    default void an_archive_published_during_the_deletion_of_the_old_one_is_always_there_afterwards() throws Exception {
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
    default void what_is_listed_may_be_deleted_by_the_visitor() {
        publish(store(), BYTES);
        publish(store(), new byte[5]);

        store().forEach(entry -> store().deleteIfUntouchedSince(entry.sha256(), FAR_FUTURE));

        assertThat(entries(store())).isEmpty();
    }
}
