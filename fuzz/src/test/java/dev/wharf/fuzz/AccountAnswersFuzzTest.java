package dev.wharf.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.wharf.failure.WharfException;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.told.Reading;
import dev.wharf.http.told.ToldConnection;
import dev.wharf.http.told.ToldGroup;
import dev.wharf.http.told.ToldPackage;
import dev.wharf.http.wire.ConnectionBody;
import dev.wharf.http.wire.GroupBody;
import dev.wharf.http.wire.JsonFields;
import dev.wharf.http.wire.PackageBody;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Destination;
import dev.wharf.model.Fields;
import dev.wharf.model.PageRequest;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an account may answer, with fields that are null, absent, of another type, huge, repeated, or in another order. */
class AccountAnswersFuzzTest {
    private static final ObjectMapper JSON = ObjectMapper.getDefault();
    private static final CannedAccount ACCOUNT = new CannedAccount();
    private static final HttpAccount CLIENT =
            HttpAccount.connect(HttpAccountSettings.of(ACCOUNT.url(), new Credentials("key", "secret")));

    private static final String[] PACKAGE = {
        "id",
        "connection_id",
        "connection_ids",
        "created_by",
        "last_updated_by",
        "created_at",
        "updated_at",
        "file_sha256_hash",
        "name",
        "tags"
    };
    private static final String[] CONNECTION = {
        "id",
        "group_id",
        "service",
        "schema",
        "paused",
        "sync_frequency",
        "connected_by",
        "created_at",
        "succeeded_at",
        "failed_at",
        "networking_method",
        "proxy_agent_id",
        "private_link_id",
        "hybrid_deployment_agent_id",
        "schedule_type",
        "daily_sync_time",
        "pause_after_trial",
        "data_delay_sensitivity",
        "data_delay_threshold",
        "service_version",
        "destination_schema_names",
        "setup_tests",
        "status",
        "config",
        "connect_card"
    };
    private static final String[] WITHIN = {
        "schema",
        "package_id",
        "python_version",
        "proxy_host_config_key",
        "secrets_list",
        "setup_state",
        "sync_state",
        "is_historical_sync",
        "tasks",
        "title",
        "message",
        "key",
        "value"
    };
    private static final String[] GROUP = {"id", "name", "created_at", "region"};
    private static final String[] VALUES = {
        "null",
        "\"\"",
        "\"  \"",
        "\"..\"",
        "\"a/b?c#d\"",
        "\"connector_sdk\"",
        "\"2026-01-01T00:00:00Z\"",
        "\"2026-13-45\"",
        "true",
        "\"true\"",
        "0",
        "-1",
        "360",
        "\"360\"",
        "1.5",
        "1e999",
        "123456789012345678901234567890",
        "[]",
        "{}",
        "[null]",
        "[[[[[[]]]]]]",
        "[{\"key\":\"a\",\"value\":\"******\"}]",
        "{\"a\":{\"b\":[1,null]}}",
        "\"\\ud800\"",
        "\"\\u0000\""
    };

    @FuzzTest
    void one_odd_item_never_hides_the_others_and_goes_through_a_gateway_as_it_came(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 2)) {
            case 0 ->
                check(
                        object(data, PACKAGE),
                        "{\"id\":\"good_one\"}",
                        () -> CLIENT.packages().list(PageRequest.first(10)).items(),
                        ToldPackage::read,
                        ConnectorPackage::others,
                        PackageBody::of);
            case 1 ->
                check(
                        object(data, CONNECTION),
                        "{\"id\":\"good_one\",\"service\":\"connector_sdk\",\"group_id\":\"g\"}",
                        () -> CLIENT.connections()
                                .list(ConnectionFilter.ALL, PageRequest.first(10))
                                .items(),
                        ToldConnection::read,
                        Connection::others,
                        ConnectionBody::of);
            default ->
                check(
                        object(data, GROUP),
                        "{\"id\":\"good_one\",\"name\":\"x\"}",
                        () -> CLIENT.destinations().list(PageRequest.first(10)).items(),
                        ToldGroup::read,
                        Destination::others,
                        GroupBody::of);
        }
    }

    private static <T> void check(
            String odd,
            String good,
            Supplier<List<T>> list,
            Reading<T> reading,
            Function<T, Fields> others,
            Function<T, Object> body) {
        ACCOUNT.answer("{\"items\":[" + good + "," + odd + "," + good.replace("good_one", "good_two") + "]}");

        List<T> told;
        try {
            told = list.get();
        } catch (WharfException e) {
            // Only if it is no JSON at all, as a number that nothing can read makes it.
            assertThat(e.getMessage()).contains("not in the form of the API");
            return;
        }

        assertThat(told.toString()).contains("good_one", "good_two");
        for (T each : told) {
            JsonNode passedOn = written(each, others, body);
            T again = reading.of(passedOn).value();
            assertThat(again).isNotNull();
            JsonNode anew = written(again, others, body);
            assertThat(anew)
                    .as("%s told again as %s", shown(passedOn), shown(anew))
                    .isEqualTo(passedOn);
        }
    }

    /** As the server writes it. */
    private static <T> JsonNode written(T value, Function<T, Fields> others, Function<T, Object> body) {
        try {
            JsonNode node = JsonFields.with(JSON.writeValueToTree(body.apply(value)), others.apply(value));
            return JSON.readValue(JSON.writeValueAsBytes(node), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String object(FuzzedDataProvider data, String[] names) {
        List<String> fields = new ArrayList<>();
        for (int i = data.consumeInt(0, 30); i > 0; i--) {
            String name = data.pickValue(names);
            fields.add('"' + name + "\":" + value(data, name.equals("config") || name.equals("status") ? 1 : 0));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String value(FuzzedDataProvider data, int depth) {
        return switch (data.consumeInt(0, depth > 0 ? 9 : 7)) {
            case 0 -> '"' + "x".repeat(data.consumeInt(0, 70_000)) + '"';
            case 1 -> '"' + text(data) + '"';
            case 8, 9 -> object(data, WITHIN);
            default -> data.pickValue(VALUES);
        };
    }

    private static String text(FuzzedDataProvider data) {
        return new String(data.consumeString(30).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\"\\\\]", "?");
    }
}
