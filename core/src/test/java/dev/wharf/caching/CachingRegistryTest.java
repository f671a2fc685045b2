package dev.wharf.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.PackageId;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.ForwardingRegistry;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.HostedRegistry;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.Crowd;
import dev.wharf.testkit.InMemoryArchiveStore;
import dev.wharf.testkit.SampleArchives;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachingRegistryTest {
    private static final byte[] ONE = SampleArchives.connector("one");
    private static final byte[] TWO = SampleArchives.connector("two");

    private final PackageRegistry upstream = HostedRegistry.over(new InMemoryCatalog(), new InMemoryArchiveStore())
            .accountOf(new Principal(new UserId("ada"), Role.ADMIN))
            .packages();
    private final AtomicInteger downloads = new AtomicInteger();
    private volatile Runnable beforeDownload = () -> {};

    private final InMemoryArchiveStore store = new InMemoryArchiveStore();
    private final CachingRegistry registry = caching(1_000_000);

    private CachingRegistry caching(long maxBytes) {
        return new CachingRegistry(
                new Counting(), store, new ArchiveCache(store, maxBytes, new MovableClock()), 1_000_000);
    }

    private PackageId upload(byte[] bytes) {
        return upstream.create(ArchiveSource.of(bytes)).id();
    }

    private static byte[] download(PackageRegistry from, PackageId id) {
        try (ArchiveDownload download = from.download(id)) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

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
    void a_download_that_breaks_off_is_no_fault_of_the_callers() {
        PackageId id = upload(ONE);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        ArchiveDownload download =
                mock(ArchiveDownload.class, call -> switch (call.getMethod().getName()) {
                    case "stream" -> broken;
                    case "size" -> OptionalLong.empty();
                    default -> null;
                });
        PackageRegistry breaking = mock(PackageRegistry.class, delegatesTo(upstream));
        doReturn(download).when(breaking).download(id);

        assertThatThrownBy(() -> new CachingRegistry(
                                breaking, store, new ArchiveCache(store, 1_000_000, new MovableClock()), 1_000_000)
                        .download(id))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void a_download_that_fails_fails_for_all_who_wait_for_it_and_is_tried_anew() {
        PackageId id = upload(ONE);
        beforeDownload = () -> {
            throw new UnavailableException("The registry is down.", null, null);
        };
        assertThat(Crowd.of(20, member -> failure(id))).allMatch(failure -> failure.equals("The registry is down."));

        beforeDownload = () -> {};

        assertThat(download(registry, id)).isEqualTo(ONE);
    }

    @Test
    void a_package_that_is_deleted_while_others_wait_for_the_same_archive_leaves_it_to_them() throws Exception {
        PackageId deleted = upload(ONE);
        PackageId staying = upload(ONE);
        Thread other = new Thread(() -> download(registry, staying));
        beforeDownload = () -> {
            if (downloads.get() == 1) {
                other.start();
                while (other.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                upstream.delete(deleted);
            }
        };
        AtomicReference<Throwable> failed = new AtomicReference<>();
        other.setUncaughtExceptionHandler((thread, failure) -> failed.set(failure));

        assertThatThrownBy(() -> registry.download(deleted)).isInstanceOf(NotFoundException.class);

        other.join();
        assertThat(failed).hasNullValue();
        assertThat(downloads).hasValue(2);
    }

    private String failure(PackageId id) {
        try {
            download(registry, id);
            return "none";
        } catch (UnavailableException e) {
            return e.getMessage();
        }
    }

    @Test
    void a_package_that_is_gone_is_gone() {
        PackageId id = upload(ONE);
        download(registry, id);
        registry.delete(id);

        assertThatThrownBy(() -> registry.download(id)).hasMessageContaining(id.value());
    }

    /** The registry behind, its downloads counted. */
    private final class Counting extends ForwardingRegistry {
        Counting() {
            super(upstream);
        }

        @Override
        public ArchiveDownload download(PackageId id) {
            downloads.incrementAndGet();
            beforeDownload.run();
            return super.download(id);
        }
    }
}
