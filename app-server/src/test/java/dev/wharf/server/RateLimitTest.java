package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wharf.failure.RateLimitedException;
import dev.wharf.http.AnswerListener;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.RateLimit;
import dev.wharf.http.resilience.ResilienceEvent;
import dev.wharf.http.resilience.ResilienceListener;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits with which a client's manners can be rehearsed. */
class RateLimitTest {
    @TempDir
    Path data;

    @Test
    void every_answer_tells_what_is_left_and_the_one_too_many_when_to_come_back() {
        try (RunningServer server = new RunningServer(data, Map.of("wharf.rate-limit", 3))) {
            Calls calls = server.asAdmin();

            Answer first = calls.get("/v1/groups");
            Answer second = calls.get("/v1/groups/never_was");
            Answer third = calls.get("/v1/no/such/path");
            Answer refused = calls.get("/v1/groups");

            assertThat(List.of(first, second, third, refused))
                    .map(Answer::status)
                    .containsExactly(200, 404, 404, 429);
            assertThat(List.of(first, second, third, refused))
                    .map(answer -> answer.header("X-Rate-Limit-Remaining"))
                    .containsExactly("2", "1", "0", "0");
            assertThat(refused.header("X-Rate-Limit")).isEqualTo("3");
            assertThat(refused.code()).isEqualTo("TooManyRequests");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
            assertThat(server.as(server.newKey("bob", Role.READER))
                            .get("/v1/groups")
                            .status())
                    .isEqualTo(200);
            assertThat(calls.authorizing(null).get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void without_a_limit_nothing_is_counted() {
        try (RunningServer server = new RunningServer(data)) {
            Answer answer = server.asAdmin().get("/v1/groups");

            assertThat(answer.header("X-Rate-Limit")).isEmpty();
            assertThat(answer.header("X-Rate-Limit-Remaining")).isEmpty();
        }
    }

    @Test
    void our_own_client_understands_the_limit() {
        List<RateLimit> told = new ArrayList<>();
        AnswerListener listener = new AnswerListener() {
            @Override
            public void rateTold(RateLimit rate) {
                told.add(rate);
            }
        };
        try (RunningServer server = new RunningServer(data, Map.of("wharf.rate-limit", 2));
                HttpAccount account =
                        HttpAccount.connect(HttpAccountSettings.of(server.url(), key(server)), listener)) {
            account.info();
            account.info();

            RateLimitedException refused = catchThrowableOfType(RateLimitedException.class, account::info);

            assertThat(told).startsWith(new RateLimit(2, 1), new RateLimit(2, 0));
            assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void when_to_come_back_is_told_once_by_the_server_its_client_and_a_gateway_between_them() {
        // A limit of a user reaches the client through the gateway, and the gateway's own client has added its words.
        try (RunningServer account = new RunningServer(data.resolve("account"), Map.of("wharf.rate-limit", 1))) {
            Credentials key = key(account);
            account.as(key).get("/v1/groups");
            assertSaidOnce(account.as(key).get("/v1/groups").message());
            assertSaidOnce(refusal(account.url(), key));
            try (RunningServer gateway = RunningGateway.before(account.url(), key, data.resolve("gateway"), Map.of())) {
                Credentials ann = gateway.newKey("ann", Role.MEMBER);
                assertSaidOnce(gateway.as(ann).get("/v1/groups").message());
                assertSaidOnce(refusal(gateway.url(), ann));
            }
        }
    }

    private static String refusal(URI url, Credentials key) {
        try (ResilientAccount client = ResilientAccount.connect(
                HttpAccountSettings.of(url, key), ResilienceSettings.DEFAULT, ResilienceListener.NONE)) {
            return String.valueOf(catchThrowableOfType(RateLimitedException.class, () -> client.destinations()
                            .list(PageRequest.first(10)))
                    .getMessage());
        }
    }

    private static void assertSaidOnce(String message) {
        assertThat(message)
                .startsWith("Too many requests. This server allows 1 per user in each period.")
                .containsPattern("Try again in \\d+ s, at 20[-0-9T:]+Z\\.$");
        assertThat(message.split("Try again", -1)).as(message).hasSize(2);
    }

    @Test
    void our_own_client_waits_as_told_and_then_gets_all_its_answers() {
        List<ResilienceEvent> events = new CopyOnWriteArrayList<>();
        ResilienceSettings patient = ResilienceSettings.DEFAULT.withSlowdown(0, Duration.ofSeconds(1));
        Map<String, Object> limits = Map.of("wharf.rate-limit", 3, "wharf.rate-limit-window", "5s");
        try (RunningServer server = new RunningServer(data, limits);
                ResilientAccount account = ResilientAccount.connect(
                        HttpAccountSettings.of(server.url(), key(server)), patient, events::add)) {
            for (int call = 0; call < 5; call++) {
                assertThat(account.info().userId()).isNotNull();
            }
        }
        assertThat(events).isNotEmpty();
    }

    @Test
    void setup_tests_have_a_limit_of_their_own_and_nothing_is_made_beyond_it() {
        try (RunningServer server = new RunningServer(data, Map.of("wharf.setup-test-limit", 2))) {
            Calls calls = server.asAdmin();
            String group =
                    calls.json("POST", "/v1/groups", "{\"name\":\"warehouse\"}").text("id");

            Answer first = calls.json("POST", "/v1/connections", wanted(group, "first", ""));
            Answer tested = calls.send("POST", "/v1/connections/" + first.text("id") + "/test", null);
            Answer refused = calls.json("POST", "/v1/connections", wanted(group, "refused", ""));
            Answer untested =
                    calls.json("POST", "/v1/connections", wanted(group, "untested", ",\"run_setup_tests\":false"));

            assertThat(List.of(first, tested, refused, untested))
                    .map(Answer::status)
                    .containsExactly(201, 200, 429, 201);
            assertThat(refused.code()).isEqualTo("TooManyRequests");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            assertThat(calls.get("/v1/connections").items())
                    .map(each -> each.get("schema"))
                    .containsExactly("first", "untested");
        }
    }

    private static String wanted(String group, String name, String more) {
        return "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"" + name + "\"}"
                + more + "}";
    }

    private static Credentials key(RunningServer server) {
        return server.newKey("ann", Role.MEMBER);
    }
}
