package dev.wharf.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.failure.WharfException;
import dev.wharf.integrity.Verification;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an account over HTTP must do when the other side answers, but wrongly, or not now. No time passes but that which is waited. A
 * test extends this, with an account that holds nothing when a test begins. What must be done when the network fails is in
 * {@link TransportContract}.
 */
public abstract class BadDayContract {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FOR_EVER = Integer.MAX_VALUE;
    private static final byte[] BEFORE = SampleArchives.connector("before");
    private static final byte[] AFTER = SampleArchives.connector("after");

    private final SkippingPace pace = new SkippingPace(START);
    private ScriptedServer server;
    private PackageRegistry packages;

    /** For the transport's test. */
    protected BadDayContract() {}

    /**
     * The other side.
     *
     * @return the same at every call within one test; nothing in it when the test begins
     */
    protected abstract ScriptedServer server();

    /**
     * The account. It repeats what may be repeated a few times, waits as long as it is asked to if that is not more than between a minute and an
     * hour, and leaves an account alone for a while after it failed at most 50 times.
     *
     * @param pace by which it waits and tells the time
     * @return the account, as an administrator sees it; the test closes it
     */
    protected abstract Account connect(Pace pace);

    /** Connects. */
    @BeforeEach
    void open() {
        server = server();
        packages = connect(pace).packages();
    }

    @Test
    void a_wait_that_is_asked_for_in_seconds_is_waited() {
        ConnectorPackage created = create();
        server.answerNext("GET ", 1, CannedAnswer.of(429).withHeader("Retry-After", "7"));

        assertThat(packages.retrieve(created.id())).isEqualTo(created);

        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void a_wait_that_is_asked_for_by_a_date_is_waited() {
        ConnectorPackage created = create();
        // The other side's clock is the real one.
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(55).atOffset(ZoneOffset.UTC));
        server.answerNext("GET ", 1, CannedAnswer.of(503).withHeader("Retry-After", date));

        assertThat(packages.retrieve(created.id())).isEqualTo(created);

        assertThat(pace.pauses()).singleElement().satisfies(wait -> assertThat(wait)
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(55)));
    }

    @Test
    void a_wait_that_is_too_long_is_not_waited_but_told() {
        ConnectorPackage created = create();
        server.answerNext("GET ", FOR_EVER, CannedAnswer.of(429).withHeader("Retry-After", "3600"));

        RateLimitedException failure =
                catchThrowableOfType(RateLimitedException.class, () -> packages.retrieve(created.id()));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(failure).hasMessageContaining("3600 s").hasMessageContaining("2026-03-01T13:00:00Z");
        assertThat(pace.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Slow down. Come back in 3600 s, at 2026-03-01T13:00:00Z.",
                "Rate limit exceeded, retry after 3600 seconds",
                "Slow down"
            })
    void how_long_to_wait_is_told_once_whoever_says_it(String said) {
        ConnectorPackage created = create();
        server.answerNext(
                "GET ",
                FOR_EVER,
                CannedAnswer.of(429)
                        .withHeader("Retry-After", "3600")
                        .withBody("{\"code\":\"TooManyRequests\",\"message\":\"" + said + "\"}"));

        RateLimitedException failure =
                catchThrowableOfType(RateLimitedException.class, () -> packages.retrieve(created.id()));

        assertThat(failure).hasMessageContaining(said);
        assertThat(failure.getMessage().split("3600", -1))
                .as(failure.getMessage())
                .hasSize(2);
    }

    @Test
    void a_storm_of_refusals_ends_the_call() {
        ConnectorPackage created = create();
        int before = server.requests();
        server.answerNext("", FOR_EVER, CannedAnswer.of(429).withHeader("Retry-After", "1"));

        assertThatThrownBy(() -> packages.retrieve(created.id())).isInstanceOf(RateLimitedException.class);

        assertThat(server.requests() - before).isBetween(2, 50);
    }

    @Test
    void an_upload_that_is_refused_for_now_is_sent_later_and_makes_one_package() {
        server.answerNext("POST ", 2, CannedAnswer.of(429).withHeader("Retry-After", "7"));

        ConnectorPackage created = create();

        assertThat(present()).containsExactly(created);
        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void an_upload_that_a_proxy_refuses_is_sent_again_once_it_is_known_that_there_is_no_package() {
        server.answerNext("POST ", 1, proxyPage(502));

        ConnectorPackage created = create();

        assertThat(present()).containsExactly(created);
    }

    @Test
    void a_registry_that_keeps_failing_is_left_alone_and_asked_again_later() {
        ConnectorPackage created = create();
        server.answerNext("", FOR_EVER, CannedAnswer.of(503));
        UnavailableException failure = failedRead(created);
        int asked = -1;
        for (int calls = 0; calls < 50 && server.requests() != asked; calls++) {
            asked = server.requests();
            failure = failedRead(created);
        }
        assertThat(server.requests()).as("asked while it is left alone").isEqualTo(asked);

        server.behave();
        failedRead(created);
        assertThat(server.requests()).as("asked while it is left alone").isEqualTo(asked);

        pace.advance(requireNonNull(failure.retryAfter(), "when to come back").plusSeconds(1));
        for (int call = 0; call < 20; call++) {
            assertThat(packages.retrieve(created.id())).isEqualTo(created);
        }
        assertThat(server.requests() - asked).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 407, 418})
    void a_page_of_a_proxy_keeps_its_status_and_what_it_says(int status) {
        ConnectorPackage created = create();
        server.answerNext("", FOR_EVER, proxyPage(status));

        WharfException failure = catchThrowableOfType(WharfException.class, () -> packages.retrieve(created.id()));

        assertThat(said(failure)).contains("" + status, "Bad gateway").doesNotContain("<h1>", "p{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 400, 418})
    void an_empty_answer_keeps_its_status(int status) {
        ConnectorPackage created = create();
        server.answerNext("", FOR_EVER, CannedAnswer.of(status));

        WharfException failure = catchThrowableOfType(WharfException.class, () -> packages.retrieve(created.id()));

        assertThat(said(failure)).contains("" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Please log in</html>", "", "[]", "{\"hello\":1}", "{\"data\":{\"name\":\"x\"}}"})
    void an_answer_of_something_else_is_not_taken_for_one(String body) {
        ConnectorPackage created = create();
        server.answerNext("", FOR_EVER, CannedAnswer.of(200).withBody(body));

        assertThatThrownBy(() -> packages.retrieve(created.id())).isInstanceOf(UnexpectedAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_leads_nobody_to_another_host(int status) throws IOException {
        ConnectorPackage created = create();
        try (ServerSocketChannel elsewhere = ServerSocketChannel.open()) {
            elsewhere.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            elsewhere.configureBlocking(false);
            String location = "http://127.0.0.1:" + elsewhere.socket().getLocalPort() + "/v1";
            server.answerNext("", FOR_EVER, CannedAnswer.of(status).withHeader("Location", location));

            for (Runnable call : List.<Runnable>of(
                    () -> packages.retrieve(created.id()),
                    () -> packages.download(created.id()),
                    () -> packages.delete(created.id()),
                    () -> packages.update(created.id(), ArchiveSource.of(AFTER)))) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(UnexpectedAnswerException.class)
                        .hasMessageContaining("127.0.0.1");
            }
            // Nobody even knocked, so nobody showed a credential.
            assertThat(elsewhere.accept()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NO_HASH", mode = EnumSource.Mode.EXCLUDE)
    void a_new_package_of_other_bytes_is_deleted(MisledUpload how) {
        server.misleadNextUpload(how);

        assertThatThrownBy(() -> verifying().create(ArchiveSource.of(BEFORE))).isInstanceOf(IntegrityException.class);

        assertThat(present()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "NO_HASH", mode = EnumSource.Mode.EXCLUDE)
    void a_package_that_was_given_other_bytes_gets_its_own_back(MisledUpload how) {
        ConnectorPackage created = create();
        server.misleadNextUpload(how);

        assertThatThrownBy(() -> verifying().update(created.id(), ArchiveSource.of(AFTER)))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("put back");

        assertThat(packages.retrieve(created.id()).sha256()).isEqualTo(Sha256.of(BEFORE));
        assertThat(bytesOf(created)).isEqualTo(BEFORE);
    }

    @Test
    void a_hash_that_is_missing_is_settled_by_a_download() {
        server.misleadNextUpload(MisledUpload.NO_HASH);

        ConnectorPackage created = verifying().create(ArchiveSource.of(BEFORE));

        assertThat(created.sha256()).isNull();
        assertThat(present()).containsExactly(created);
        assertThat(bytesOf(created)).isEqualTo(BEFORE);
    }

    private ConnectorPackage create() {
        return packages.create(ArchiveSource.of(BEFORE));
    }

    private UnavailableException failedRead(ConnectorPackage created) {
        return catchThrowableOfType(UnavailableException.class, () -> packages.retrieve(created.id()));
    }

    private PackageRegistry verifying() {
        return new VerifyingRegistry(
                packages,
                Verification.DEFAULT.withDownloading(true).puttingBackThrough(new InMemoryArchiveStore(), 1_000_000));
    }

    private List<ConnectorPackage> present() {
        return Page.<ConnectorPackage>collectAll(packages::list);
    }

    private byte[] bytesOf(ConnectorPackage created) {
        try (ArchiveDownload download = packages.download(created.id())) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CannedAnswer proxyPage(int status) {
        return CannedAnswer.of(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><style>p{}</style><h1>Bad  gateway</h1></html>");
    }

    /** What a failure and its causes say. */
    private static String said(WharfException failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            said.append(each.getMessage()).append('\n');
        }
        return said.toString();
    }
}
