package dev.wharf.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
    private final FailedAttempts attempts = new FailedAttempts();

    @Test
    void the_first_mistakes_are_free_and_then_each_waits_longer_up_to_a_bound() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.failed("192.0.2.1")).isZero();
        }
        Duration fourth = attempts.failed("192.0.2.1");
        Duration fifth = attempts.failed("192.0.2.1");
        assertThat(fourth).isPositive();
        assertThat(fifth).isGreaterThan(fourth);
        for (int i = 0; i < 100; i++) {
            assertThat(attempts.failed("192.0.2.1")).isLessThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void addresses_do_not_pay_for_each_other_and_a_success_starts_anew() {
        for (int i = 0; i < 10; i++) {
            attempts.failed("192.0.2.1");
        }
        assertThat(attempts.failed("192.0.2.2")).isZero();
        attempts.succeeded("192.0.2.1");
        assertThat(attempts.failed("192.0.2.1")).isZero();
    }
}
