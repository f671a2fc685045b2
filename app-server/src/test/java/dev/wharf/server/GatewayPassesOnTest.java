package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.server.Calls.Answer;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account tells and is asked for goes through a gateway as it is, also where the gateway knows nothing of it. */
class GatewayPassesOnTest {
    private static final String PACKAGE =
            "{\"id\":\"p.1/a\",\"name\":\"orders\",\"created_by\":null,\"last_updated_by\":\"System Key (CI)\",\"updated_at\":"
                    + "\"2026-01-01T00:00:00+02:00\",\"connection_ids\":[\"con_1\",\"con_2\"],\"tags\":[{\"a\":1},null]}";
    private static final String CONNECTION =
            "{\"id\":\"con_1\",\"group_id\":\"g 1\",\"service\":\"connector_sdk\",\"service_version\":7,\"schema\":\"Sales-EU\","
                    + "\"paused\":false,\"sync_frequency\":\"360\",\"schedule_type\":\"manual\",\"succeeded_at\":"
                    + "\"2026-01-01T10:00:00Z\",\"connect_card\":null,\"new_field\":{\"a\":[1,null]},"
                    + "\"status\":{\"setup_state\":\"connected\",\"sync_state\":\"syncing\",\"schema_status\":\"ready\",\"tasks\":"
                    + "[{\"code\":\"x\"}],\"warnings\":[]},\"config\":{\"schema\":\"Sales-EU\",\"package_id\":\"p.1/a\","
                    + "\"proxy_host_config_key\":\"host\",\"secrets_list\":[{\"key\":\"a\",\"value\":[\"******\"]}]}}";

    @TempDir
    Path directory;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private ForeignAccount account;
    private Calls calls;

    @BeforeEach
    void start() throws IOException {
        account = new ForeignAccount(directory, this::told);
        calls = account.gateway().asAdmin();
        answers.put("/v1/connector-sdk/packages/p.1%2Fa", PACKAGE);
        answers.put("/v1/connector-sdk/packages", "{\"items\":[" + PACKAGE + ",{\"name\":\"nameless\"}]}");
        answers.put("/v1/connections/con_1", CONNECTION);
        answers.put(
                "/v1/connections",
                "{\"items\":[{\"id\":\"x\",\"service\":\"sheets\",\"schema\":\"a.b\"}," + CONNECTION + "]}");
        answers.put(
                "/v1/groups",
                "{\"items\":[{\"id\":\"g 1\",\"name\":\"Prod (EU)\",\"created_at\":null,\"region\":\"eu\"}]}");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private @Nullable String told(String method, String path, String body) {
        paths.add(path);
        boolean reads = "GET".equals(method);
        if (!reads) {
            asked.add(body);
        }
        return reads || path.contains("con_1") ? answers.get(path) : CONNECTION;
    }

    private static Map<String, Object> json(String text) {
        try {
            return ObjectMapper.getDefault().readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_package_is_told_with_every_field_the_account_tells() {
        Answer one = calls.get("/v1/connector-sdk/packages/p.1%2Fa");

        assertThat(one.status()).isEqualTo(200);
        assertThat(one.data()).containsAllEntriesOf(json(PACKAGE)).containsEntry("connection_id", "con_1");
        assertThat(calls.get("/v1/connector-sdk/packages").items())
                .singleElement()
                .satisfies(item -> assertThat(item).containsAllEntriesOf(json(PACKAGE)));
    }

    @Test
    void a_connection_is_told_with_every_field_the_account_tells() {
        Answer one = calls.get("/v1/connections/con_1");

        assertThat(one.status()).isEqualTo(200);
        Map<String, Object> told = json(CONNECTION);
        Object status = told.remove("status");
        Object config = told.remove("config");
        assertThat(one.data()).containsAllEntriesOf(told);
        assertThat((Map<?, ?>) one.data().get("status")).containsAllEntriesOf((Map) status);
        assertThat((Map<?, ?>) one.data().get("config")).containsAllEntriesOf((Map) config);
        assertThat(calls.get("/v1/connections").items()).hasSize(2).last().satisfies(item -> assertThat(item)
                .containsAllEntriesOf(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/%2e%2e/internal",
                "/v1/users/%2E%2E/%2e%2e/internal",
                "/v1/users/.%2e/x",
                "/v1/users/..%2f..%2fx",
                "/v1/users/a%5c..%5cx",
                "/v1/%2e",
                "/v1/%77harf/connections/c/deploys",
                "/v1//wharf/connections/c/deploys"
            })
    void a_path_that_leads_out_of_the_api_is_not_asked_for(String path) {
        assertThat(calls.get("/v1/users").status()).isEqualTo(404);
        paths.clear();

        assertThat(calls.get(path).status()).isEqualTo(404);
        assertThat(paths).isEmpty();
    }

    @Test
    void a_group_is_told_with_every_field_the_account_tells() {
        assertThat(calls.get("/v1/groups").items()).singleElement().satisfies(item -> assertThat(item)
                .containsEntry("name", "Prod (EU)")
                .containsEntry("region", "eu")
                .containsEntry("created_at", null));
    }

    @Test
    void a_change_is_asked_for_with_every_field_the_caller_asks_for_nulls_included() {
        String change =
                "{\"paused\":true,\"daily_sync_time\":\"03:00\",\"schedule_type\":\"manual\",\"trust_certificates\":true,"
                        + "\"sync_frequency\":1440,\"proxy_agent_id\":null,\"hybrid_deployment_agent_id\":\"\",\"schedule\":{\"days\":[\"MON\",null]},"
                        + "\"run_setup_tests\":false,\"config\":{\"proxy_host_config_key\":null,\"unheard_of\":{\"a\":[1]},\"secrets_list\":"
                        + "[{\"key\":\"hosts\",\"value\":[\"a:1\",\"b:2\"]},{\"key\":\"later\",\"value\":null}]}}";

        Answer answer = calls.json("PATCH", "/v1/connections/con_1", change);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(asked.get(0))).isEqualTo(json(change));
    }

    @Test
    void numbers_go_through_with_all_of_their_digits_both_ways() {
        String exact = "12345678901234567890.1234567890123";
        answers.put("/v1/connections/con_1", CONNECTION.replace("\"a\":[1,null]", "\"a\":[" + exact + ",1E-400]"));

        Answer answer = calls.json(
                "PATCH", "/v1/connections/con_1", "{\"paused\":true,\"new\":" + exact + ",\"config\":{\"b\":1E-400}}");

        assertThat(asked.get(0)).contains("\"new\":" + exact).contains("\"b\":1E-400");
        assertThat(answer.body()).contains("[" + exact + ",1E-400]");
        answers.put("/v1/users", "{\"items\":[{\"n\":" + exact + "}]}");
        assertThat(calls.get("/v1/users").body()).contains("\"n\":" + exact);
    }

    @Test
    void a_new_connection_is_asked_for_with_every_field_the_caller_asks_for() {
        String wanted =
                "{\"group_id\":\"g 1\",\"service\":\"connector_sdk\",\"pause_after_trial\":false,\"data_delay_sensitivity\":\"LOW\","
                        + "\"trust_fingerprints\":true,\"hybrid_deployment_agent_id\":null,\"run_setup_tests\":true,"
                        + "\"config\":{\"schema\":\"sales\",\"proxy_host_config_key\":\"host\"}}";

        Answer answer = calls.json("POST", "/v1/connections", wanted);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(json(asked.get(0))).isEqualTo(json(wanted));
    }
}
