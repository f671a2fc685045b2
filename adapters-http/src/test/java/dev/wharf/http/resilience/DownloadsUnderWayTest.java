package dev.wharf.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.http.Resumption;
import dev.wharf.model.PackageId;
import dev.wharf.port.ArchiveDownload;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What goes on between the opening of a download and its end. */
class DownloadsUnderWayTest extends BreakingDownloads {
    @Test
    void open_downloads_are_under_way_and_more_than_allowed_fail_clearly_and_at_once() {
        try (ArchiveDownload one = download();
                ArchiveDownload other = download()) {
            assertThat(one.sha256()).isEqualTo(other.sha256());

            assertThatThrownBy(this::download)
                    .isInstanceOf(RateLimitedException.class)
                    .hasMessageContaining("at once")
                    .hasMessageContaining("close downloads");
            assertThatThrownBy(() -> account.packages().retrieve(ID)).isInstanceOf(RateLimitedException.class);
            assertThat(pace.pauses()).isEmpty();
        }

        assertThat(account.packages().retrieve(ID).id()).isEqualTo(ID);
    }

    @Test
    void a_download_that_was_read_to_its_end_is_no_longer_under_way() throws IOException {
        try (ArchiveDownload one = download();
                ArchiveDownload other = download()) {
            assertThat(one.stream().readAllBytes()).isEqualTo(ARCHIVE);
            assertThat(one.stream().read()).isNegative();

            try (ArchiveDownload third = download()) {
                assertThatThrownBy(this::download).isInstanceOf(RateLimitedException.class);
                one.close();
                assertThatThrownBy(this::download).isInstanceOf(RateLimitedException.class);
                assertThat(third.stream().readAllBytes()).isEqualTo(ARCHIVE);
            }
            assertThat(other.stream().readAllBytes()).isEqualTo(ARCHIVE);
        }
    }

    @Test
    void a_download_whose_stream_was_closed_is_no_longer_under_way() throws IOException {
        for (int i = 0; i < 5; i++) {
            download().stream().close();
        }
    }

    @Test
    void a_download_that_could_not_be_opened_is_not_under_way() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> account.packages().download(new PackageId("no_such")))
                    .isInstanceOf(UnexpectedAnswerException.class);
        }
        download().close();
    }

    @Test
    void opening_a_download_takes_one_place_though_the_package_is_read_first() {
        try (ResilientAccount narrow = connect(ResilienceSettings.DEFAULT.withConcurrentCalls(1, Duration.ZERO))) {
            narrow.packages().download(ID).close();
            narrow.packages().download(ID).close();
        }
    }

    @Test
    void who_waits_for_a_place_gets_that_of_a_download_that_is_closed() throws Exception {
        try (ResilientAccount narrow =
                connect(ResilienceSettings.DEFAULT.withConcurrentCalls(1, Duration.ofMinutes(5)))) {
            Future<PackageId> waiting;
            try (ArchiveDownload held = narrow.packages().download(ID)) {
                waiting = workers.submit(() -> narrow.packages().retrieve(ID).id());
                assertThat(held.stream().read()).isZero();
            }
            assertThat(waiting.get()).isEqualTo(ID);
        }
    }

    @Test
    void bounds_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Resumption(-1, 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Resumption(1, 1, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
