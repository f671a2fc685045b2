package dev.wharf.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.model.ConnectorPackage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are refused for now are repeated after the wait that is asked for, within bounds. */
interface PostponedCallsContract extends BadDayFixture {
    @Test
    default void a_wait_that_is_asked_for_in_seconds_is_waited() {
        ConnectorPackage created = create();
        server().answerNext("GET ", 1, CannedAnswer.of(429).withHeader("Retry-After", "7"));

        assertThat(packages().retrieve(created.id())).isEqualTo(created);

        assertThat(pace().pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    default void a_wait_that_is_asked_for_by_a_date_is_waited() {
        ConnectorPackage created = create();
        // The other side's clock is the real one.
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(55).atOffset(ZoneOffset.UTC));
        server().answerNext("GET ", 1, CannedAnswer.of(503).withHeader("Retry-After", date));

        assertThat(packages().retrieve(created.id())).isEqualTo(created);

        assertThat(pace().pauses()).singleElement().satisfies(wait -> assertThat(wait)
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(55)));
    }

    @Test
    default void a_wait_that_is_too_long_is_not_waited_but_told() {
        ConnectorPackage created = create();
        server().answerNext("GET ", FOR_EVER, CannedAnswer.of(429).withHeader("Retry-After", "3600"));

        RateLimitedException failure = catchThrowableOfType(
                RateLimitedException.class, () -> packages().retrieve(created.id()));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(failure).hasMessageContaining("3600 s").hasMessageContaining("2026-03-01T13:00:00Z");
        assertThat(pace().pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Slow down. Try again in 3600 s, at 2026-03-01T13:00:00Z.",
                "Rate limit exceeded, retry after 3600 seconds",
                "Slow down"
            })
    default void how_long_to_wait_is_told_once_whoever_says_it(String said) {
        ConnectorPackage created = create();
        server().answerNext(
                        "GET ",
                        FOR_EVER,
                        CannedAnswer.of(429)
                                .withHeader("Retry-After", "3600")
                                .withBody("{\"code\":\"TooManyRequests\",\"message\":\"" + said + "\"}"));

        RateLimitedException failure = catchThrowableOfType(
                RateLimitedException.class, () -> packages().retrieve(created.id()));

        assertThat(failure).hasMessageContaining(said);
        assertThat(failure.getMessage().split("3600", -1))
                .as(failure.getMessage())
                .hasSize(2);
    }

    @Test
    default void a_storm_of_refusals_ends_the_call() {
        ConnectorPackage created = create();
        int before = server().requests();
        server().answerNext("", FOR_EVER, CannedAnswer.of(429).withHeader("Retry-After", "1"));

        assertThatThrownBy(() -> packages().retrieve(created.id())).isInstanceOf(RateLimitedException.class);

        assertThat(server().requests() - before).isBetween(2, 50);
    }

    @Test
    default void an_upload_that_is_refused_for_now_is_sent_later_and_makes_one_package() {
        server().answerNext("POST ", 2, CannedAnswer.of(429).withHeader("Retry-After", "7"));

        ConnectorPackage created = create();

        assertThat(present()).containsExactly(created);
        assertThat(pace().pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    default void an_upload_that_a_proxy_refuses_is_sent_again_once_it_is_known_that_there_is_no_package() {
        server().answerNext("POST ", 1, BadDayFixture.proxyPage(502));

        ConnectorPackage created = create();

        assertThat(present()).containsExactly(created);
    }

    @Test
    default void a_registry_that_keeps_failing_is_left_alone_and_asked_again_later() {
        ConnectorPackage created = create();
        server().answerNext("", FOR_EVER, CannedAnswer.of(503));
        UnavailableException failure = failedRead(created);
        int asked = -1;
        for (int calls = 0; calls < 50 && server().requests() != asked; calls++) {
            asked = server().requests();
            failure = failedRead(created);
        }
        assertThat(server().requests()).as("asked while it is left alone").isEqualTo(asked);

        server().behave();
        failedRead(created);
        assertThat(server().requests()).as("asked while it is left alone").isEqualTo(asked);

        pace().advance(requireNonNull(failure.retryAfter(), "when to come back").plusSeconds(1));
        for (int call = 0; call < 20; call++) {
            assertThat(packages().retrieve(created.id())).isEqualTo(created);
        }
        assertThat(server().requests() - asked).isEqualTo(20);
    }

    private UnavailableException failedRead(ConnectorPackage created) {
        return catchThrowableOfType(UnavailableException.class, () -> packages().retrieve(created.id()));
    }
}
