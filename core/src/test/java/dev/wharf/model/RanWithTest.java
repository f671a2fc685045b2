package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RanWithTest {
    private static final String LONG = "3".repeat(500);

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i).toList();
    }

    @Test
    void what_it_ran_with_is_read_back() {
        RanWith had = new RanWith("3.13", List.of("token", "user"));

        List<String> words = had.among(List.of("paused"));

        assertThat(RanWith.in(words)).contains(had);
        assertThat(RanWith.asked(words)).containsExactly("paused");
    }

    @Test
    void what_is_too_long_for_a_word_is_left_out() {
        List<String> words = new RanWith(LONG, List.of(LONG, "token")).among(List.of("paused"));

        assertThat(words).containsExactly("paused", "configuration=", "configuration=token");
    }

    @Test
    void there_are_never_more_words_than_a_record_takes() {
        for (int asked = DeployRecord.MAX_SETTINGS - 3; asked <= DeployRecord.MAX_SETTINGS + 1; asked++) {
            List<String> words = new RanWith("3.13", numbered(5)).among(numbered(asked));

            assertThat(words).hasSize(DeployRecord.MAX_SETTINGS);
        }
    }

    @Test
    void a_record_without_room_tells_nothing_of_it_and_keeps_what_was_asked_for() {
        List<String> full = numbered(DeployRecord.MAX_SETTINGS);

        List<String> words = new RanWith("3.13", List.of("token")).among(full);

        assertThat(words).isEqualTo(full);
        assertThat(RanWith.in(words)).isEmpty();
    }
}
