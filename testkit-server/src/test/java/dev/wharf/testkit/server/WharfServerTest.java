package dev.wharf.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Role;
import dev.wharf.model.Secret;
import dev.wharf.model.SetupTest;
import dev.wharf.port.Account;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.testkit.CannedAnswer;
import dev.wharf.testkit.SampleArchives;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the test double promises to whoever starts it by hand. */
class WharfServerTest {
    private static final byte[] ARCHIVE = SampleArchives.connector("a test");

    private static HttpAccount connect(WharfServer server, Credentials credentials) {
        return HttpAccount.connect(HttpAccountSettings.of(server.url(), credentials));
    }

    private static NewConnection orders(WharfServer server, ConnectionSettings settings) {
        return new NewConnection(server.destination("warehouse").id(), new ConnectionName("orders"), settings);
    }

    private static boolean passes(Account account, Connection connection) {
        return account.connections().test(connection.id()).setupTests().stream().noneMatch(SetupTest::failed);
    }

    @Test
    void two_servers_know_nothing_of_each_other() {
        try (WharfServer one = WharfServer.start();
                WharfServer two = WharfServer.start();
                HttpAccount first = connect(one, one.key(Role.ADMIN));
                HttpAccount stranger = connect(two, one.key(Role.ADMIN));
                HttpAccount second = connect(two, two.key(Role.ADMIN))) {
            first.packages().create(ArchiveSource.of(ARCHIVE));

            assertThat(second.packages().list(PageRequest.first(100)).items()).isEmpty();
            assertThatThrownBy(stranger::info).isInstanceOf(NotAuthenticatedException.class);
            assertThat(one.bytesReceived()).isEqualTo(ARCHIVE.length);
            assertThat(two.bytesReceived()).isZero();
            assertThat(one.requests()).hasSize(1);
            assertThat(two.requests()).hasSize(2);
        }
    }

    @Test
    void a_reset_leaves_the_address_and_the_credentials_and_nothing_else() throws IOException {
        try (WharfServer server = WharfServer.start();
                HttpAccount account = connect(server, server.key(Role.ADMIN))) {
            Account kept = server.account();
            ConnectorPackage created = account.packages().create(ArchiveSource.of(ARCHIVE));
            try (ArchiveDownload download = account.packages().download(created.id())) {
                assertThat(download.stream().readAllBytes()).isEqualTo(ARCHIVE);
            }
            Connection connection =
                    account.connections().create(orders(server, ConnectionSettings.binding(created.id())));
            server.setupTests(SetupTestOutcome.FAIL);
            server.answerNext("", 1, CannedAnswer.of(500));
            server.network().away();
            assertThat(server.bytesSent()).isEqualTo(ARCHIVE.length);

            server.reset();

            assertThat(server.requests()).isEmpty();
            assertThat(server.bytesReceived()).isZero();
            assertThat(server.bytesSent()).isZero();
            assertThat(account.packages().list(PageRequest.first(100)).items()).isEmpty();
            assertThat(kept.destinations().list(PageRequest.first(100)).items()).isEmpty();
            assertThatThrownBy(() -> server.secretsOf(connection.id())).isInstanceOf(NotFoundException.class);
            ConnectorPackage again = account.packages().create(ArchiveSource.of(ARCHIVE));
            assertThat(passes(
                            account, kept.connections().create(orders(server, ConnectionSettings.binding(again.id())))))
                    .isTrue();
        }
    }

    @Test
    void a_user_may_what_the_role_allows() {
        try (WharfServer server = WharfServer.start();
                HttpAccount ann = connect(server, server.credentials("ann", Role.MEMBER));
                HttpAccount reader = connect(server, server.key(Role.READER))) {
            ConnectorPackage created = ann.packages().create(ArchiveSource.of(ARCHIVE));

            assertThat(ann.info().userId().value()).isEqualTo("ann");
            assertThat(server.credentials("ann", Role.MEMBER)).isEqualTo(server.credentials("ann", Role.MEMBER));
            assertThat(reader.packages().retrieve(created.id())).isEqualTo(created);
            assertThatThrownBy(() -> reader.packages().delete(created.id())).isInstanceOf(NotAllowedException.class);
        }
    }

    @Test
    void what_a_connection_was_sent_can_be_looked_at_and_looking_leaves_no_trace() {
        try (WharfServer server = WharfServer.start();
                HttpAccount account = connect(server, server.key(Role.ADMIN))) {
            ConnectionSettings settings = ConnectionSettings.NONE.withSecrets(
                    List.of(new Secret("token", "s3cret"), new Secret("region", "eu")));
            account.connections().create(orders(server, settings));

            Connection found = server.connection("warehouse", "orders");

            assertThat(server.secretsOf(found.id())).isEqualTo(Map.of("region", "eu", "token", "s3cret"));
            assertThat(server.destination("warehouse").id()).isEqualTo(found.destinationId());
            assertThat(server.requests()).containsExactly(new SeenRequest("POST", "/v1/connections", 201));
            assertThatThrownBy(() -> server.connection("warehouse", "users"))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("users");
            assertThatThrownBy(() -> server.connection("lake", "orders")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void setup_tests_come_out_as_a_test_says_when_it_says_it() {
        try (WharfServer server = WharfServer.builder()
                        .setupTests(SetupTestOutcome.FAIL)
                        .setupTests("orders", SetupTestOutcome.PASS)
                        .start();
                HttpAccount account = connect(server, server.key(Role.ADMIN))) {
            ConnectorPackage first = account.packages().create(ArchiveSource.of(ARCHIVE));
            ConnectorPackage second = account.packages().create(ArchiveSource.of(ARCHIVE));
            Connection orders = account.connections().create(orders(server, ConnectionSettings.binding(first.id())));
            Connection users = account.connections()
                    .create(new NewConnection(
                            orders.destinationId(),
                            new ConnectionName("users"),
                            ConnectionSettings.binding(second.id())));

            assertThat(passes(account, orders)).isTrue();
            assertThat(passes(account, users)).isFalse();
            server.setupTests("orders", SetupTestOutcome.JOB_FAIL);
            assertThat(passes(account, orders)).isFalse();
            server.setupTests(SetupTestOutcome.PASS);
            assertThat(passes(account, orders)).isFalse();
            assertThat(passes(account, users)).isTrue();
        }
    }

    @Test
    void a_rate_limit_is_the_servers_own_and_does_not_count_what_tests_look_at() {
        try (WharfServer server =
                        WharfServer.builder().rateLimit(2, Duration.ofHours(1)).start();
                HttpAccount account = connect(server, server.key(Role.ADMIN))) {
            account.info();
            account.info();

            assertThatThrownBy(account::info).isInstanceOf(RateLimitedException.class);
            server.account().info();
            try (HttpAccount other = connect(server, server.credentials("ann", Role.MEMBER))) {
                assertThat(other.info().userId().value()).isEqualTo("ann");
            }
        }
    }

    @Test
    void other_settings_of_the_server_hold_and_those_that_mean_nothing_are_refused() {
        try (WharfServer server = WharfServer.builder()
                        .setting("wharf.max-archive-bytes", 100)
                        .start();
                HttpAccount account = connect(server, server.key(Role.ADMIN))) {
            assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(SampleArchives.ofSize(500))))
                    .isInstanceOf(WharfException.class)
                    .hasMessageContaining("100");
        }
        assertThatThrownBy(() -> WharfServer.builder().setting("wharf.upstream.url", "http://localhost"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WharfServer.builder().rateLimit(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_answer_that_is_never_given_is_refused() {
        try (WharfServer server = WharfServer.start()) {
            assertThatThrownBy(() -> server.answerNext("", 0, CannedAnswer.of(503)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void neither_secrets_nor_queries_are_kept_of_requests() {
        try (WharfServer server = WharfServer.start();
                HttpAccount account = connect(server, server.key(Role.ADMIN))) {
            account.destinations().create(new DestinationName("lake"));
            account.destinations().list(PageRequest.first(1));

            assertThat(server.requests())
                    .extracting(SeenRequest::toString)
                    .containsExactly("POST /v1/groups 201", "GET /v1/groups 200");
        }
    }

    @Test
    void closing_it_twice_is_closing_it_once() {
        WharfServer server = WharfServer.start();

        server.close();
        server.close();

        try (HttpAccount account = connect(server, new Credentials("any", "any"))) {
            assertThatThrownBy(account::info).isInstanceOf(WharfException.class);
        }
    }
}
