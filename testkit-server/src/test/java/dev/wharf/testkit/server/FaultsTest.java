package dev.wharf.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.Resumption;
import dev.wharf.http.resilience.ResilienceListener;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Role;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.settling.SettlingPolicy;
import dev.wharf.testkit.CannedAnswer;
import dev.wharf.testkit.NetworkFault;
import dev.wharf.testkit.NetworkFault.Direction;
import dev.wharf.testkit.NetworkFault.Kind;
import dev.wharf.testkit.SampleArchives;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a test lets go wrong arrives at Wharf's own client as the failure it is. */
class FaultsTest {
    private static final byte[] ARCHIVE = SampleArchives.ofSize(50_000);
    private static final ResilienceSettings ONCE = ResilienceSettings.DEFAULT
            .withAttempts(1)
            .withDeadline(Duration.ofSeconds(2))
            .withResumption(Resumption.NEVER)
            .withSettling(SettlingPolicy.DEFAULT.withSends(1).withLooks(1, Duration.ofMillis(10)));

    @RegisterExtension
    static final WharfServer SERVER =
            WharfServer.builder().resettingBeforeEach().start();

    private ResilientAccount account;

    /** What is first done takes longer than the short patience of these tests. */
    @BeforeAll
    static void warmUp() {
        try (HttpAccount patient = HttpAccount.connect(HttpAccountSettings.of(SERVER.url(), SERVER.key(Role.ADMIN)))) {
            patient.packages().create(ArchiveSource.of(ARCHIVE));
        }
    }

    @BeforeEach
    void connect() {
        account = connect(ONCE);
    }

    @AfterEach
    void disconnect() {
        account.close();
    }

    private static ResilientAccount connect(ResilienceSettings settings) {
        return ResilientAccount.connect(
                HttpAccountSettings.of(SERVER.url(), SERVER.key(Role.ADMIN)).withReadTimeout(Duration.ofSeconds(1)),
                settings,
                ResilienceListener.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"RESET", "RESET_TOWARDS_CALLER", "HALF_CLOSE", "STALL", "TRICKLE"})
    void an_answer_that_does_not_arrive_is_an_account_that_is_unavailable(Kind kind) {
        SERVER.network().expect(new NetworkFault("GET ", Direction.RESPONSE, 20, kind));

        assertThatThrownBy(() -> account.info()).isInstanceOf(UnavailableException.class);

        assertThat(SERVER.network().hasStruck()).isTrue();
        assertThat(account.info().userId().value()).isEqualTo("admin");
    }

    @Test
    void an_upload_that_is_cut_leaves_nothing() {
        SERVER.network().expect(new NetworkFault("POST ", Direction.REQUEST, 20_000, Kind.RESET));

        assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(ARCHIVE)))
                .isInstanceOf(UnavailableException.class);

        assertThat(SERVER.network().hasStruck()).isTrue();
        assertThat(SERVER.account().packages().list(PageRequest.first(100)).items())
                .isEmpty();
    }

    @Test
    void a_download_that_is_cut_is_no_download_and_a_changed_byte_is_found() throws IOException {
        ConnectorPackage created = SERVER.account().packages().create(ArchiveSource.of(ARCHIVE));
        String download = "GET /v1/connector-sdk/packages/" + created.id() + "/download";

        SERVER.network().expect(new NetworkFault(download, Direction.RESPONSE, 20_000, Kind.RESET));
        assertThatThrownBy(() -> read(created)).isInstanceOfAny(IOException.class, WharfException.class);
        SERVER.network().expect(new NetworkFault(download, Direction.RESPONSE, 20_000, Kind.CORRUPT));
        assertThatThrownBy(() -> read(created)).isInstanceOf(IntegrityException.class);

        assertThat(read(created)).isEqualTo(ARCHIVE);
    }

    @Test
    void a_network_that_is_too_slow_is_an_account_that_is_unavailable_until_it_is_fast_again() {
        SERVER.network().slow(Duration.ofSeconds(3), Long.MAX_VALUE);
        assertThatThrownBy(() -> account.info()).isInstanceOf(UnavailableException.class);

        SERVER.network().calm();

        assertThat(connect(ONCE).info().userId().value()).isEqualTo("admin");
    }

    @Test
    void a_server_that_is_away_is_unavailable_until_it_is_back() {
        SERVER.network().away();
        assertThatThrownBy(() -> account.info()).isInstanceOf(UnavailableException.class);

        SERVER.network().back();

        assertThat(account.info().userId().value()).isEqualTo("admin");
    }

    @Test
    void answers_that_are_scripted_come_as_often_as_asked_for_in_order_and_nothing_is_done() {
        SERVER.answerNext("POST ", 2, CannedAnswer.of(503));
        SERVER.answerNext("POST ", 1, CannedAnswer.of(401));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(ARCHIVE)))
                    .isInstanceOf(UnavailableException.class);
        }
        assertThat(account.info().userId().value()).isEqualTo("admin");
        assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(ARCHIVE)))
                .isInstanceOf(NotAuthenticatedException.class);
        assertThat(SERVER.account().packages().list(PageRequest.first(100)).items())
                .isEmpty();
        assertThat(SERVER.bytesReceived()).isZero();

        assertThat(account.packages().create(ArchiveSource.of(ARCHIVE)).sha256())
                .isNotNull();
        assertThat(SERVER.bytesReceived()).isEqualTo(ARCHIVE.length);
    }

    @Test
    void a_refusal_tells_how_long_to_wait() {
        SERVER.answerNext("", 1, CannedAnswer.of(429).withHeader("Retry-After", "7200"));

        RateLimitedException failure = catchThrowableOfType(RateLimitedException.class, account::info);

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_large_upload_that_is_refused_at_its_first_byte_is_told_why() {
        SERVER.answerNext("POST ", 1, CannedAnswer.of(429).withHeader("Retry-After", "7200"));

        assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(SampleArchives.ofSize(30_000_000))))
                .isInstanceOf(RateLimitedException.class);

        assertThat(SERVER.bytesReceived()).isZero();
    }

    @Test
    void a_page_in_place_of_an_answer_is_no_answer() {
        SERVER.answerNext(
                "GET /v1/account/info",
                1,
                CannedAnswer.of(200)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>Please log in to the network.</html>"));

        assertThatThrownBy(() -> account.info()).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void a_client_that_tries_again_gets_over_it_and_what_it_did_is_seen() {
        try (ResilientAccount patient =
                connect(ResilienceSettings.DEFAULT.withWaits(Duration.ofMillis(10), Duration.ofMillis(20)))) {
            SERVER.answerNext("GET ", 2, CannedAnswer.of(503));

            patient.info();
        }

        assertThat(SERVER.requests())
                .extracting(SeenRequest::toString)
                .containsExactly("GET /v1/account/info 503", "GET /v1/account/info 503", "GET /v1/account/info 200");
    }

    private byte[] read(ConnectorPackage wanted) throws IOException {
        try (ArchiveDownload download = new VerifyingRegistry(account.packages()).download(wanted.id())) {
            return download.stream().readAllBytes();
        }
    }
}
