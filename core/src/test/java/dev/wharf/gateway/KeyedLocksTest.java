package dev.wharf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wharf.failure.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeyedLocksTest {
    private final KeyedLocks locks = new KeyedLocks(Duration.ZERO);

    @Test
    void whoever_waited_long_enough_for_another_fails_and_nothing_is_done() {
        Throwable failure = locks.holding("key", () -> failureOfAnother("key"));

        assertThat(failure).isInstanceOf(UnavailableException.class).hasMessageContaining("Nothing was changed");
        assertThat(locks.<String>holding("key", () -> "done")).isEqualTo("done");
    }

    @Test
    void an_interrupted_wait_ends() {
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(() -> locks.holding("key", () -> "done"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(UnavailableException.class).hasMessageContaining("interrupted");
    }

    private Throwable failureOfAnother(String key) {
        return CompletableFuture.supplyAsync(() -> catchThrowable(() -> locks.holding(key, () -> "done")))
                .join();
    }
}
