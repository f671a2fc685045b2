package dev.wharf.http.resilience;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.http.resilience.ResilienceEvent.SlowedDown;
import dev.wharf.port.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyAccountTest extends StubbedService {
    @Test
    void calls_slow_down_before_the_rate_limit_is_reached() {
        service.stubFor(any(anyUrl())
                .willReturn(found().withHeader("X-Rate-Limit", "20000").withHeader("X-Rate-Limit-Remaining", "1800")));

        account.packages().retrieve(ID);
        assertThat(pace.pauses()).isEmpty();
        account.packages().retrieve(ID);

        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(2));
        assertThat(events).containsExactly(new SlowedDown(Duration.ofSeconds(2), 1800, 20_000));

        account.withResilience(SETTINGS.withSlowdown(0, Duration.ZERO))
                .packages()
                .retrieve(ID);
        assertThat(pace.pauses()).hasSize(1);
    }

    @Test
    void an_interrupted_wait_ends_the_call() {
        service.stubFor(any(anyUrl()).willReturn(status(503)));
        ResilientAccount interrupted = ResilientAccount.over(
                account.withResilience(SETTINGS.withAttempts(1)),
                SETTINGS,
                event -> Thread.currentThread().interrupt(),
                pace);

        assertThatThrownBy(interrupted::info)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(service.getAllServeEvents()).hasSize(1);
    }

    @Test
    void more_calls_at_once_than_allowed_wait_and_then_fail() {
        Account behind = mock();
        ResilientAccount narrow =
                ResilientAccount.over(behind, SETTINGS.withConcurrentCalls(1, Duration.ZERO), events::add, pace);
        when(behind.info()).thenAnswer(call -> narrow.withResilience(SETTINGS.withAttempts(1))
                .info());

        assertThatThrownBy(narrow.withResilience(SETTINGS.withAttempts(1))::info)
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("at once");
    }

    @Test
    void a_call_that_waited_for_its_place_until_its_deadline_is_not_made() throws InterruptedException {
        Account behind = mock();
        ResilientAccount narrow = ResilientAccount.over(
                behind, SETTINGS.withConcurrentCalls(1, Duration.ofMinutes(10)), events::add, pace);
        List<Throwable> failures = new ArrayList<>();
        Thread waiting = new Thread(() -> failures.add(catchThrowable(narrow::info)));
        when(behind.info()).thenAnswer(call -> {
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            pace.pause(SETTINGS.deadline());
            return null;
        });

        narrow.info();
        waiting.join();

        assertThat(failures).singleElement().isInstanceOfSatisfying(RateLimitedException.class, e -> assertThat(e)
                .hasMessageContaining("at once"));
        verify(behind, times(1)).info();
    }
}
