package dev.wharf.http.resilience;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceEvent.CircuitChanged;
import dev.wharf.http.resilience.ResilienceEvent.GivenUp;
import dev.wharf.http.resilience.ResilienceEvent.Repeating;
import dev.wharf.http.resilience.ResilienceEvent.Settled;
import dev.wharf.http.resilience.ResilienceEvent.SlowedDown;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import dev.wharf.settling.Settlement.Outcome;
import dev.wharf.testkit.SkippingPace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

/** Bad days of the vendor's service, on which no time passes but that which is waited. */
class ResilientAccountTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final String PACKAGES = "/v1/connector-sdk/packages";
    private static final PackageId ID = new PackageId("happy_harmony");
    private static final byte[] ARCHIVE = "archive".getBytes(StandardCharsets.UTF_8);
    private static final ResilienceSettings SETTINGS = ResilienceSettings.DEFAULT.withJitter(0);

    private final WireMockServer service = new WireMockServer(options().dynamicPort());
    private final SkippingPace pace = new SkippingPace(START);
    private final List<ResilienceEvent> events = new ArrayList<>();
    private ResilientAccount account;

    @BeforeEach
    void start() {
        service.start();
        account = connect(SETTINGS, pace);
    }

    @AfterEach
    void stop() {
        account.close();
        service.stop();
    }

    private ResilientAccount connect(ResilienceSettings settings, Pace time) {
        HttpAccountSettings where =
                HttpAccountSettings.of(URI.create(service.baseUrl()), new Credentials("key", "the-secret"));
        return ResilientAccount.connect(where, settings, events::add, time);
    }

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
    void a_deletion_whose_answer_was_lost_succeeds_when_the_second_finds_nothing() {
        inTurn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), status(404));

        account.packages().delete(ID);

        assertThat(service.getAllServeEvents()).hasSize(2);
    }

    @Test
    void a_deletion_that_finds_nothing_at_first_or_after_a_refusal_fails() {
        inTurn(status(404), status(429), status(404));

        assertThatThrownBy(() -> account.packages().delete(ID)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> account.packages().delete(ID)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_must_not_be_done_twice_is_repeated_only_after_a_refusal() {
        inTurn(status(429), status(503), found());

        assertThatThrownBy(() -> account.destinations().create(new DestinationName("warehouse")))
                .isInstanceOf(UnavailableException.class);

        assertThat(service.getAllServeEvents()).hasSize(2);
    }

    @Test
    void an_upload_whose_answer_was_lost_is_found() {
        service.stubFor(get(urlPathEqualTo(PACKAGES))
                .inScenario("upload")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(list("")));
        service.stubFor(get(urlPathEqualTo("/v1/account/info"))
                .willReturn(aResponse()
                        .withBody("{\"data\":{\"account_id\":\"a\",\"account_name\":\"n\",\"user_id\":\"u\"}}")));
        service.stubFor(post(urlPathEqualTo(PACKAGES))
                .inScenario("upload")
                .willSetStateTo("sent")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        service.stubFor(get(urlPathEqualTo(PACKAGES))
                .inScenario("upload")
                .whenScenarioStateIs("sent")
                .willReturn(list(packageJson())));

        ConnectorPackage created = account.packages().create(ArchiveSource.of(ARCHIVE));

        assertThat(created.id()).isEqualTo(ID);
        service.verify(1, postRequestedFor(anyUrl()));
        assertThat(events).filteredOn(Settled.class::isInstance).singleElement().satisfies(e -> assertThat(
                        ((Settled) e).settlement().outcome())
                .isEqualTo(Outcome.ADOPTED));
    }

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

    private static ConnectorPackage having(byte[] file) {
        UserId user = new UserId("ann");
        return new ConnectorPackage(
                new PackageId("happy_harmony"), null, user, user, Instant.EPOCH, Instant.EPOCH, Sha256.of(file));
    }

    @Test
    void an_update_that_was_made_though_its_answer_was_lost_is_not_in_its_own_way() {
        byte[] after = {1};
        ConnectorPackage present = having(after);
        PackageRegistry packages = mock();
        Account behind = mock();
        when(behind.packages()).thenReturn(packages);
        when(packages.update(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenThrow(new UnavailableException("lost", null, null))
                .thenThrow(new ChangedMeanwhileException("changed", null));
        when(packages.retrieve(present.id())).thenReturn(present);
        PackageRegistry repeating =
                ResilientAccount.over(behind, SETTINGS, events::add, pace).packages();

        assertThat(repeating.update(present.id(), ArchiveSource.of(after), Sha256.of(new byte[0])))
                .isEqualTo(present);
    }

    @Test
    void an_update_that_finds_another_file_is_refused_whether_or_not_an_answer_was_lost() {
        ConnectorPackage present = having(new byte[] {2});
        ChangedMeanwhileException changed = new ChangedMeanwhileException("changed", null);
        PackageRegistry packages = mock();
        Account behind = mock();
        when(behind.packages()).thenReturn(packages);
        when(packages.update(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
                .thenThrow(changed)
                .thenThrow(new UnavailableException("lost", null, null))
                .thenThrow(changed);
        when(packages.retrieve(present.id())).thenReturn(present);
        PackageRegistry repeating =
                ResilientAccount.over(behind, SETTINGS, events::add, pace).packages();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() ->
                            repeating.update(present.id(), ArchiveSource.of(new byte[] {1}), Sha256.of(new byte[0])))
                    .isSameAs(changed);
        }
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

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> SETTINGS.withAttempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SETTINGS.withJitter(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SETTINGS.withWaits(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Each answer once, the last one for ever. */
    private void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            service.stubFor(any(anyUrl())
                    .inScenario("day")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "" + i)
                    .willSetStateTo("" + Math.min(i + 1, answers.length - 1))
                    .willReturn(answers[i]));
        }
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    private static ResponseDefinitionBuilder found() {
        return aResponse().withStatus(200).withBody("{\"code\":\"Success\",\"data\":" + packageJson() + "}");
    }

    private static ResponseDefinitionBuilder list(String items) {
        return aResponse().withStatus(200).withBody("{\"code\":\"Success\",\"data\":{\"items\":[" + items + "]}}");
    }

    private static String packageJson() {
        return "{\"id\":\"happy_harmony\",\"created_by\":\"u\",\"last_updated_by\":\"u\","
                + "\"created_at\":\"2026-03-01T12:00:00Z\",\"updated_at\":\"2026-03-01T12:00:00Z\","
                + "\"file_sha256_hash\":\"" + Sha256.of(ARCHIVE) + "\"}";
    }
}
