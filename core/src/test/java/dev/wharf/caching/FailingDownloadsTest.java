package dev.wharf.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.PackageId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.Crowd;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailingDownloadsTest extends CountedDownloads {
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
                .hasMessageContaining("was interrupted");
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
}
