package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final String NOW = "Sun, 06 Nov 2033 08:49:07 GMT";

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "1.5, 2", "2.0, 2", "-1, 0", "-0.5, 0", "+3, 3", "007, 7", "' 9 ', 9"})
    void seconds_are_read_and_fractions_are_waited_whole(String header, long seconds) {
        assertThat(RetryAfter.read(header, null)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 2033 08:49:37 GMT", "Sunday, 06-Nov-33 08:49:37 GMT", "Sun Nov  6 08:49:37 2033"})
    void a_date_of_each_form_is_taken_by_the_other_sides_clock(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_date_that_is_over_asks_for_no_wait() {
        assertThat(RetryAfter.read("Sunday, 06-Nov-94 08:49:37 GMT", NOW)).isZero();
        assertThat(RetryAfter.read("Sun Nov  6 08:49:37 1994", null)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999999", "9223372036854775807", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void a_wait_for_ever_is_one_that_can_still_be_added_to_a_time(String header) {
        assertThat(RetryAfter.read(header, null)).isEqualTo(Duration.ofDays(365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1e3", "1,5", "Sun, 32 Nov 2033 08:49:37 GMT"})
    void what_cannot_be_understood_says_nothing(String header) {
        assertThat(RetryAfter.read(header, null)).isNull();
        assertThat(RetryAfter.read(null, NOW)).isNull();
    }
}
