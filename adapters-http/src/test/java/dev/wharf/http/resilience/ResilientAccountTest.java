package dev.wharf.http.resilience;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.http.resilience.ResilienceEvent.CircuitChanged;
import dev.wharf.http.resilience.ResilienceEvent.GivenUp;
import dev.wharf.http.resilience.ResilienceEvent.Repeating;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bad days of the vendor's service, on which no time passes but that which is waited. */
class ResilientAccountTest extends StubbedService {
    @Test
    void a_read_that_fails_is_repeated_after_growing_waits() {
        inTurn(status(503), status(502), status(500), aResponse().withFault(Fault.EMPTY_RESPONSE), found());

        assertThat(account.packages().retrieve(ID).id()).isEqualTo(ID);

        assertThat(pace.pauses())
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(events).hasSize(4).allSatisfy(e -> {
            assertThat(e).isInstanceOf(Repeating.class);
            assertThat(e.text()).contains("read package happy_harmony");
        });
    }

    @Test
    void waits_are_drawn_so_that_many_callers_do_not_come_back_together() {
        service.stubFor(any(anyUrl()).willReturn(status(503)));
        ResilientAccount drawing = connect(ResilienceSettings.DEFAULT, pace);

        assertThatThrownBy(drawing::info).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(drawing::info).isInstanceOf(UnavailableException.class);
        drawing.close();

        assertThat(pace.pauses().subList(0, 4)).isNotEqualTo(pace.pauses().subList(4, 8));
    }

    @Test
    void a_refusal_is_not_repeated() {
        inTurn(status(403), found());

        assertThatThrownBy(() -> account.packages().retrieve(ID)).isInstanceOf(NotAllowedException.class);

        assertThat(service.getAllServeEvents()).hasSize(1);
    }

    @Test
    void an_answer_that_is_not_the_apis_is_not_repeated() {
        inTurn(aResponse().withStatus(200).withBody("<html>"), found());

        assertThatThrownBy(() -> account.packages().retrieve(ID)).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void a_service_that_is_away_for_longer_than_the_deadline_ends_the_call_within_it() {
        service.stubFor(any(anyUrl()).willReturn(status(503)));
        ResilientAccount patient =
                account.withResilience(SETTINGS.withAttempts(1000).withDeadline(Duration.ofMinutes(1)));

        assertThatThrownBy(() -> patient.packages().retrieve(ID)).isInstanceOf(UnavailableException.class);

        assertThat(Duration.between(START, pace.instant())).isLessThan(Duration.ofMinutes(1));
        assertThat(pace.pauses()).hasSizeGreaterThan(5);
        assertThat(events).last().isInstanceOf(GivenUp.class);
    }

    @Test
    void the_circuit_opens_when_calls_keep_failing_and_closes_when_they_succeed_again() {
        service.stubFor(any(anyUrl()).willReturn(status(503)));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(account::info).isInstanceOf(UnavailableException.class);
        }
        int asked = service.getAllServeEvents().size();
        assertThat(asked).isEqualTo(10);

        service.stubFor(any(anyUrl()).willReturn(found()));
        UnavailableException open = catchThrowableOfType(
                UnavailableException.class, () -> account.packages().retrieve(ID));
        assertThat(open.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThatThrownBy(() -> account.withResilience(SETTINGS.withAttempts(2))
                        .packages()
                        .retrieve(ID))
                .isInstanceOf(UnavailableException.class);
        assertThat(service.getAllServeEvents()).hasSize(asked);

        pace.advance(Duration.ofSeconds(31));
        for (int i = 0; i < 3; i++) {
            account.packages().retrieve(ID);
        }
        assertThat(events.stream().filter(CircuitChanged.class::isInstance).map(e -> ((CircuitChanged) e).state()))
                .containsExactly(CircuitChanged.State.OPEN, CircuitChanged.State.TRYING, CircuitChanged.State.CLOSED);
    }

    @Test
    void refusals_do_not_open_the_circuit() {
        service.stubFor(any(anyUrl()).willReturn(status(404)));

        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> account.packages().retrieve(ID)).isInstanceOf(NotFoundException.class);
        }

        assertThat(service.getAllServeEvents()).hasSize(30);
        assertThat(events).isEmpty();
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> SETTINGS.withAttempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SETTINGS.withJitter(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SETTINGS.withWaits(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
