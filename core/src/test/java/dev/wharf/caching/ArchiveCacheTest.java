package dev.wharf.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore.Entry;
import dev.wharf.port.StagedArchive;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.InMemoryArchiveStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveCacheTest {
    private static final int SIZE = 1000;

    private final MovableClock clock = new MovableClock();
    private final InMemoryArchiveStore store = new InMemoryArchiveStore(clock);
    private final ArchiveCache cache = new ArchiveCache(store, 3 * SIZE, clock);

    private static byte[] bytes(int size, int content) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) content;
        return bytes;
    }

    /** Keeps an archive of a size, an hour after what was done before. */
    private Sha256 keep(int size, int content) {
        clock.advance(Duration.ofHours(1));
        try (StagedArchive staged = store.stage(ArchiveSource.of(bytes(size, content)), Long.MAX_VALUE)) {
            cache.keep(staged);
            return staged.sha256();
        }
    }

    private List<Sha256> kept() {
        List<Sha256> all = new ArrayList<>();
        store.forEach(entry -> all.add(entry.sha256()));
        return all;
    }

    @Test
    void as_many_are_kept_as_there_is_room_for() {
        Sha256 one = keep(SIZE, 1);
        Sha256 two = keep(SIZE, 2);
        Sha256 three = keep(SIZE, 3);

        assertThat(kept()).containsExactlyInAnyOrder(one, two, three);
        assertThat(cache.find(one)).isPresent();
    }

    @Test
    void those_unused_longest_go_first() {
        Sha256 one = keep(SIZE, 1);
        Sha256 two = keep(SIZE, 2);
        Sha256 three = keep(SIZE, 3);
        clock.advance(Duration.ofHours(1));
        assertThat(cache.find(one)).isPresent();

        Sha256 four = keep(SIZE, 4);

        assertThat(kept()).containsExactlyInAnyOrder(one, three, four);
        assertThat(cache.find(two)).isEmpty();
    }

    @Test
    void as_many_go_as_must() {
        keep(SIZE, 1);
        keep(SIZE, 2);
        keep(SIZE, 3);

        Sha256 large = keep(3 * SIZE - 1, 4);

        assertThat(kept()).containsExactly(large);
    }

    @Test
    void what_is_larger_than_the_cache_is_not_kept_and_costs_nothing_else_its_place() {
        Sha256 one = keep(SIZE, 1);

        Sha256 tooLarge = keep(3 * SIZE + 1, 2);

        assertThat(kept()).containsExactly(one);
        assertThat(cache.find(tooLarge)).isEmpty();
        assertThat(cache.hasRoomFor(3 * SIZE)).isTrue();
        assertThat(cache.hasRoomFor(3 * SIZE + 1)).isFalse();
    }

    @Test
    void what_has_changed_on_its_disk_is_not_there() {
        Sha256 one = keep(SIZE, 1);
        store.corrupt(one, bytes(SIZE, 9));

        assertThat(cache.find(one)).isEmpty();

        assertThat(keep(SIZE, 1)).isEqualTo(one);
        assertThat(cache.find(one)).isPresent();
    }

    @Test
    void use_is_noted_now_and_then() {
        Sha256 one = keep(SIZE, 1);
        List<Entry> before = new ArrayList<>();
        store.forEach(before::add);

        clock.advance(Duration.ofMinutes(10));
        cache.find(one);
        assertThat(entry()).isEqualTo(before.get(0));
        clock.advance(Duration.ofNanos(1));
        cache.find(one);

        assertThat(entry().touchedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_smaller_cache_over_the_same_store_trims_it() {
        keep(SIZE, 1);
        keep(SIZE, 2);
        Sha256 three = keep(SIZE, 3);
        ArchiveCache smaller = new ArchiveCache(store, SIZE, clock);

        assertThat(smaller.trim()).isEqualTo(2 * SIZE);
        assertThat(smaller.trim()).isZero();

        assertThat(kept()).containsExactly(three);
    }

    private Entry entry() {
        List<Entry> entries = new ArrayList<>();
        store.forEach(entries::add);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
