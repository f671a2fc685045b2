package dev.wharf.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.server.request.CallBudget.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final CallBudget budget = new CallBudget(2, Duration.ofSeconds(10), now::get);

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void calls_beyond_the_limit_are_told_when_to_come_back_in_whole_seconds() {
        assertThat(budget.take("ann")).isEqualTo(new Taken(2, 1, null));
        assertThat(budget.take("ann")).isEqualTo(new Taken(2, 0, null));
        pass(Duration.ofMillis(100));

        assertThat(budget.take("ann")).isEqualTo(new Taken(2, 0, Duration.ofSeconds(10)));
        pass(Duration.ofMillis(8900));
        assertThat(budget.take("ann")).isEqualTo(new Taken(2, 0, Duration.ofSeconds(1)));
    }

    @Test
    void whoever_comes_back_when_told_has_all_calls_again() {
        for (int i = 0; i < 5; i++) {
            budget.take("ann");
        }
        pass(Duration.ofSeconds(10));

        assertThat(budget.take("ann")).isEqualTo(new Taken(2, 1, null));
    }

    @Test
    void users_do_not_pay_for_each_other() {
        for (int i = 0; i < 5; i++) {
            budget.take("ann");
        }

        assertThat(budget.take("bob").retryAfter()).isNull();
    }
}
