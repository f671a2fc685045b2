package dev.wharf.http.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.http.Resumption;
import dev.wharf.http.resilience.ResilienceEvent.Resumed;
import dev.wharf.port.ArchiveDownload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResumedDownloadTest extends BreakingDownloads {
    @Test
    void a_download_that_goes_on_where_it_broke_off_is_told() throws IOException {
        piece = 400;

        try (ArchiveDownload download = download()) {
            assertThat(readInPieces(download)).isEqualTo(ARCHIVE);
        }

        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.text())
                        .startsWith(
                                "The call to download package happy_harmony was interrupted, and continues at byte ")
                        .containsPattern("byte (400|800): .+"))
                .extracting(event -> ((Resumed) event).position())
                .containsExactly(400L, 800L);
        assertThat(pace.pauses()).containsOnly(Duration.ofMillis(100));
    }

    @Test
    void a_resumption_takes_no_further_place() throws IOException {
        piece = 400;
        try (ResilientAccount narrow = connect(ResilienceSettings.DEFAULT.withConcurrentCalls(1, Duration.ZERO));
                ArchiveDownload download = narrow.packages().download(ID)) {
            assertThat(readInPieces(download)).isEqualTo(ARCHIVE);
        }
    }

    @Test
    void how_often_a_download_goes_on_is_bounded_altogether() {
        piece = 400;

        assertThatThrownBy(() -> readWith(new Resumption(4, 1, Duration.ZERO))).isInstanceOf(IOException.class);
        assertThat(events).hasSize(1);
    }

    @Test
    void a_download_that_shall_not_go_on_fails_where_it_broke_off() {
        piece = 400;

        assertThatThrownBy(() -> readWith(Resumption.NEVER)).isInstanceOf(IOException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void how_often_a_download_goes_on_without_a_byte_is_bounded_after_growing_waits() {
        piece = 0;

        assertThatThrownBy(() -> readWith(new Resumption(3, 100, Duration.ofMillis(10))))
                .isInstanceOf(IOException.class);
        assertThat(pace.pauses()).containsExactly(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40));
    }

    private byte[] readWith(Resumption resumption) throws IOException {
        ResilientAccount bounded = account.withResilience(ResilienceSettings.DEFAULT.withResumption(resumption));
        try (ArchiveDownload download = bounded.packages().download(ID)) {
            return readInPieces(download);
        }
    }

    private byte[] readInPieces(ArchiveDownload download) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] read;
        do {
            read = piece == 0
                    ? download.stream().readAllBytes()
                    : download.stream().readNBytes(piece);
            all.writeBytes(read);
            breaks.release();
        } while (read.length == piece);
        return all.toByteArray();
    }
}
