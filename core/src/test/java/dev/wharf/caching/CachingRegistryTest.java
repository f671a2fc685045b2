package dev.wharf.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.StorageException;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.Crowd;
import dev.wharf.testkit.SampleArchives;
import org.junit.jupiter.api.Test;

class CachingRegistryTest extends CountedDownloads {
    private static final byte[] TWO = SampleArchives.connector("two");

    @Test
    void an_archive_is_downloaded_once() {
        PackageId id = upload(ONE);

        assertThat(download(registry, id)).isEqualTo(ONE);
        assertThat(download(registry, id)).isEqualTo(ONE);
        assertThat(download(registry, upload(ONE)))
                .as("another package of the same bytes")
                .isEqualTo(ONE);

        assertThat(downloads).hasValue(1);
    }

    @Test
    void of_a_thousand_who_want_one_archive_one_downloads_it() {
        PackageId id = upload(ONE);

        assertThat(Crowd.of(1000, member -> download(registry, id))).allMatch(bytes -> bytes.length == ONE.length);

        assertThat(downloads).hasValue(1);
    }

    @Test
    void an_updated_package_has_its_new_bytes_at_once() {
        PackageId id = upload(ONE);
        download(registry, id);

        registry.update(id, ArchiveSource.of(TWO));

        assertThat(download(registry, id)).isEqualTo(TWO);
        upstream.update(id, ArchiveSource.of(ONE));
        assertThat(download(registry, id)).isEqualTo(ONE);
        assertThat(downloads).hasValue(2);
    }

    @Test
    void a_package_that_changes_while_it_is_downloaded_is_given_as_it_is_now() {
        PackageId id = upload(ONE);
        beforeDownload = () -> {
            if (downloads.get() == 1) {
                upstream.update(id, ArchiveSource.of(TWO));
            }
        };

        assertThat(download(registry, id)).isEqualTo(TWO);
        assertThat(download(registry, id)).isEqualTo(TWO);
    }

    @Test
    void a_cached_archive_that_has_changed_on_its_disk_is_downloaded_again_and_nobody_notices() {
        PackageId id = upload(ONE);
        download(registry, id);
        store.corrupt(Sha256.of(ONE), TWO);

        assertThat(download(registry, id)).isEqualTo(ONE);

        assertThat(downloads).hasValue(2);
        assertThat(download(registry, id)).isEqualTo(ONE);
        assertThat(downloads).hasValue(2);
    }

    @Test
    void what_the_cache_has_no_room_for_is_passed_through() {
        PackageId id = upload(ONE);
        CachingRegistry small = caching(ONE.length - 1);

        assertThat(download(small, id)).isEqualTo(ONE);
        assertThat(download(small, id)).isEqualTo(ONE);

        assertThat(store.find(Sha256.of(ONE))).isEmpty();
    }

    @Test
    void what_the_cache_cannot_take_or_note_is_given_out_all_the_same() {
        PackageId id = upload(ONE);
        ArchiveStore broken = mock(ArchiveStore.class, delegatesTo(store));
        StorageException full = new StorageException("the disk is full", null);
        doThrow(full).when(broken).stage(any(), anyLong());
        doThrow(full).when(broken).touch(any());
        CachingRegistry caching = new CachingRegistry(
                new Counting(), broken, new ArchiveCache(broken, 1_000_000, new MovableClock()), 1_000_000);

        assertThat(download(caching, id)).isEqualTo(ONE);

        download(registry, id);
        downloads.set(0);
        assertThat(download(caching, id)).as("and what is there already").isEqualTo(ONE);
        assertThat(downloads).hasValue(0);
    }

    @Test
    void what_is_larger_than_a_cached_archive_may_be_is_passed_through() {
        PackageId id = upload(ONE);
        CachingRegistry strict = new CachingRegistry(
                new Counting(), store, new ArchiveCache(store, 1_000_000, new MovableClock()), ONE.length - 1);

        assertThat(download(strict, id)).isEqualTo(ONE);
    }

    @Test
    void a_package_that_is_gone_is_gone() {
        PackageId id = upload(ONE);
        download(registry, id);
        registry.delete(id);

        assertThatThrownBy(() -> registry.download(id)).hasMessageContaining(id.value());
    }
}
