package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadMarkTest {
    private static final UploadMark MADE = new UploadMark(new PackageId("happy=harmony"));

    @Test
    void a_mark_is_read_back_and_is_nothing_that_was_asked_for() {
        List<String> words = MADE.among(List.of("paused"));

        assertThat(words).containsExactlyInAnyOrder("paused", "uploaded=happy=harmony");
        assertThat(UploadMark.in(words)).contains(MADE);
        assertThat(RanWith.asked(words)).containsExactly("paused");
        assertThat(UploadMark.in(List.of("paused"))).isEmpty();
    }

    @Test
    void of_two_marks_the_later_stays() {
        List<String> words = MADE.among(UploadMark.SENDING.among(List.of("paused")));

        assertThat(words).hasSize(2);
        assertThat(UploadMark.in(words)).contains(MADE);
    }

    @Test
    void it_fits_into_every_record() {
        List<String> full = IntStream.range(0, DeployRecord.MAX_SETTINGS)
                .mapToObj(i -> "word" + i)
                .toList();

        assertThat(UploadMark.in(MADE.among(full))).contains(MADE);
        assertThat(MADE.among(full)).hasSize(DeployRecord.MAX_SETTINGS);
        assertThat(new UploadMark(new PackageId("x".repeat(500))).among(List.of()))
                .containsExactly("uploaded=");
    }
}
