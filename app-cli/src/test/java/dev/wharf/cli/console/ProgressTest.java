package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.console.Progress.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long MIB = 1024 * 1024;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long now = Long.MAX_VALUE - 5;

    private Progress progress(Style style, OptionalLong total) {
        return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), style, "Packaging", total, () -> now);
    }

    private void pass(long milliseconds) {
        now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void work_of_less_than_a_second_shows_nothing() {
        try (Progress progress = progress(Style.BAR, OptionalLong.of(10))) {
            progress.advance(5);
            pass(999);
            progress.advance(5);
        }

        assertThat(said()).isEmpty();
    }

    @Test
    void a_bar_fills_in_its_place_and_goes_away() {
        try (Progress progress = progress(Style.BAR, OptionalLong.of(4 * MIB))) {
            pass(1000);
            progress.advance(MIB);
            assertThat(said())
                    .isEqualTo("\rPackaging  [######..................]   25%  1.0 MiB of 4.0 MiB  1.0 MiB/s\033[K");
            pass(99);
            progress.advance(MIB);
            assertThat(said()).doesNotContain("50%");
            pass(901);
            progress.advance(2 * MIB);
            assertThat(said())
                    .endsWith("\rPackaging  [########################]  100%  4.0 MiB of 4.0 MiB  2.0 MiB/s\033[K");
        }

        assertThat(said()).endsWith("\r\033[K").doesNotContain("\n");
    }

    @Test
    void what_is_sent_once_more_counts_from_the_beginning() throws IOException {
        RecordedProgress recorded = new RecordedProgress(20);

        try (Progress progress = recorded.progress()) {
            for (int times = 0; times < 2; times++) {
                progress.countingAnew(new ByteArrayInputStream(new byte[20])).readAllBytes();
            }
        }

        assertThat(recorded.lastLine()).contains("100%", "20 bytes of 20 bytes");
    }

    @Test
    void where_nobody_looks_on_there_is_a_line_every_ten_seconds() {
        try (Progress progress = progress(Style.LINES, OptionalLong.of(4 * MIB))) {
            pass(1000);
            progress.advance(MIB);
            pass(9999);
            progress.advance(MIB);
            pass(1);
            progress.advance(MIB);
        }

        assertThat(said()).isEqualTo("Packaging:  25%  1.0 MiB of 4.0 MiB\nPackaging:  75%  3.0 MiB of 4.0 MiB\n");
    }

    @Test
    void without_a_total_it_tells_what_has_passed() {
        try (Progress progress = progress(Style.BAR, OptionalLong.empty())) {
            pass(2000);
            progress.advance(MIB);
        }

        assertThat(said()).startsWith("\rPackaging  1.0 MiB  512.0 KiB/s");
    }

    @Test
    void a_total_that_was_too_small_does_no_harm() {
        for (long total : new long[] {0, 1, Long.MAX_VALUE / 200}) {
            try (Progress progress = progress(Style.BAR, OptionalLong.of(total))) {
                pass(1000);
                progress.advance(MIB);
            }
        }

        assertThat(said()).contains("100%  1.0 MiB of 1 byte").contains("  0%  1.0 MiB of ");
    }

    @Test
    void quiet_means_quiet() {
        try (Progress progress = progress(Style.NONE, OptionalLong.of(4 * MIB))) {
            pass(60_000);
            progress.advance(MIB);
        }

        assertThat(said()).isEmpty();
    }

    @Test
    void a_stream_counts_what_passes_and_changes_nothing() throws IOException {
        byte[] bytes = "some bytes".getBytes(StandardCharsets.UTF_8);
        try (Progress progress = progress(Style.BAR, OptionalLong.of(bytes.length));
                InputStream in = progress.counting(new ByteArrayInputStream(bytes))) {
            pass(1000);
            assertThat(in.read()).isEqualTo('s');
            assertThat(said()).contains("1 byte of 10 bytes");
            pass(1000);
            assertThat(in.readAllBytes()).hasSize(9);
            assertThat(said()).contains("100%");
            assertThat(in.read()).isEqualTo(-1);
        }
    }
}
