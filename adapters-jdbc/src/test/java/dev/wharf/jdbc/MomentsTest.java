package dev.wharf.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T12:00:00.123456Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1969-12-31T23:59:59Z",
                "0001-01-01T00:00:00.000001Z"
            })
    void a_moment_of_whole_microseconds_comes_back_as_it_was(String text) {
        Instant moment = Instant.parse(text);

        assertThat(Moments.fromMicros(Moments.toMicros(moment))).isEqualTo(moment);
        assertThat(Moments.fromMicros(Moments.toMicros(moment.plusNanos(999)))).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
    void every_number_of_microseconds_comes_back_as_it_was(long micros) {
        assertThat(Moments.toMicros(Moments.fromMicros(micros))).isEqualTo(micros);
    }

    @Test
    void what_is_too_far_away_becomes_the_farthest_there_is() {
        assertThat(Moments.toMicros(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(Moments.toMicros(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    }
}
