package dev.wharf.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.told.ToldConnection;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.Secret;
import dev.wharf.model.SetupTest;
import dev.wharf.model.SetupTest.Status;
import dev.wharf.model.UserId;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections as JSON, read as leniently as clients write it. */
class ConnectionJsonTest {
    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    private static ConnectionSettings asked(String body) {
        return new AskedConnection(node(body)).settings();
    }

    private static Connection told(String body) {
        return ToldConnection.read(node(body)).value();
    }

    private static JsonNode node(String body) {
        try {
            return JSON.readValue(body, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> written(Object body) {
        try {
            return JSON.readValue(JSON.writeValueAsBytes(body), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_connection_is_read_as_it_was_written() {
        Connection value = Connection.bare(
                        new ConnectionId("brisk_hare"),
                        new DestinationId("calm_lake"),
                        new ConnectionName("user"),
                        new UserId("ann"),
                        Instant.parse("2026-01-02T03:04:05Z"))
                .changedBy(ConnectionSettings.binding(new PackageId("happy_harmony"))
                        .withPythonVersion("3.13")
                        .withPaused(true)
                        .withSyncFrequency(360)
                        .withNaming(SchemaNaming.SOURCE)
                        .withNetworking(new Networking("ProxyAgent", "proxy", "link", "agent"))
                        .withSecrets(List.of(new Secret("token", "s3cr3t"))))
                .tested(List.of(
                        new SetupTest("Package", Status.PASSED, null),
                        new SetupTest("Connector", Status.JOB_FAILED, "It is away.")));

        Map<String, Object> json = written(ConnectionBody.of(value));

        assertThat(told(text(json)).telling(Fields.NONE)).isEqualTo(value);
        assertThat(json.get("destination_schema_names")).isEqualTo("SOURCE_NAMING");
        assertThat(json.get("setup_tests"))
                .asString()
                .contains("status=JOB_FAILED")
                .contains("message=It is away.");
        assertThat(json.toString()).doesNotContain("s3cr3t");
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_the_vendors_client_reads_unchecked_is_always_there() {
        Connection bare = Connection.bare(
                new ConnectionId("brisk_hare"),
                new DestinationId("calm_lake"),
                new ConnectionName("user"),
                null,
                Instant.EPOCH);

        Map<String, Object> json = written(ConnectionBody.of(bare));

        assertThat(json).containsEntry("id", "brisk_hare").containsKey("destination_schema_names");
        assertThat(json.get("config")).asString().contains("python_version=null");
        assertThat(json).doesNotContainKey("setup_tests");
        assertThat(json)
                .containsKeys("service_version", "succeeded_at", "failed_at", "schedule_type", "pause_after_trial")
                .containsKeys("daily_sync_time", "networking_method", "proxy_agent_id", "sync_frequency");
        assertThat(json.get("status"))
                .asString()
                .contains("setup_state=null", "sync_state=null", "update_state=null", "is_historical_sync=null")
                .contains("tasks=[]", "warnings=[]");
    }

    @Test
    void what_an_account_tells_of_how_a_connection_fares_never_stops_it_from_being_read() {
        String told =
                "{\"id\":\"brisk_hare\",\"group_id\":\"calm_lake\",\"service\":\"connector_sdk\",\"schema\":\"user\","
                        + "\"created_at\":\"2026-01-02T03:04:05.678901Z\",\"service_version\":\"four\",\"succeeded_at\":\"yesterday\","
                        + "\"failed_at\":{},\"schedule_type\":[1],\"pause_after_trial\":\"no\",\"daily_sync_time\":3,"
                        + "\"status\":{\"tasks\":[{\"code\":\"reconnect\",\"message\":\"Reconnect\"}],\"warnings\":7,"
                        + "\"is_historical_sync\":\"maybe\"},\"config\":{}}";

        Connection read = told(told);

        assertThat(read.telling(Fields.NONE))
                .isEqualTo(Connection.bare(
                                new ConnectionId("brisk_hare"),
                                new DestinationId("calm_lake"),
                                new ConnectionName("user"),
                                null,
                                Instant.parse("2026-01-02T03:04:05.678901Z"))
                        .showing(null, Networking.UNSTATED, new Schedule(null, "3", null, null, null), null));
        assertThat(read.others().asMap())
                .containsEntry("service_version", "four")
                .containsEntry("succeeded_at", "yesterday")
                .containsEntry("daily_sync_time", 3);
        assertThat(read.others().within("status").asMap()).containsOnlyKeys("tasks", "warnings", "is_historical_sync");
        assertThat(ToldConnection.read(node(told)).odd())
                .singleElement()
                .asString()
                .contains("Connection brisk_hare", "succeeded_at", "failed_at", "schedule_type", "is_historical_sync")
                .doesNotContain("service_version", "yesterday");
    }

    @ParameterizedTest
    @CsvSource({"360, 360", "'\"360\"', 360"})
    void a_frequency_is_a_number_or_its_text(String written, int read) {
        assertThat(asked("{\"sync_frequency\":" + written + "}").syncFrequencyMinutes())
                .isEqualTo(read);
    }

    @Test
    void what_is_null_is_cleared_and_what_is_unknown_is_passed_on() {
        ConnectionSettings settings = asked("{\"proxy_agent_id\":null,\"paused\":null,\"trust_certificates\":true,"
                + "\"config\":{\"proxy_host_config_key\":null,\"secrets_list\":null,\"another\":[1,{}]}}");

        assertThat(settings)
                .isEqualTo(ConnectionSettings.NONE
                        .withCleared(Set.of(
                                "proxy_agent_id", "paused", "config.proxy_host_config_key", "config.secrets_list"))
                        .withOthers(Fields.of(Map.of(
                                "trust_certificates", true, "config", Map.of("another", List.of(1, Map.of()))))));
        assertThat(asked("{\"config\":null}").others().isEmpty()).isTrue();
    }

    @Test
    void a_request_that_is_passed_on_asks_for_the_same_nulls_and_unknown_fields_included() throws IOException {
        String body =
                "{\"paused\":true,\"schedule_type\":\"manual\",\"daily_sync_time\":\"03:00\",\"proxy_agent_id\":null,"
                        + "\"trust_certificates\":true,\"schedule\":{\"days\":[\"MON\",null]},\"config\":{\"package_id\":\"p\","
                        + "\"proxy_host_config_key\":null,\"new\":{\"a\":[1,2.5,null]},\"secrets_list\":[{\"key\":\"hosts\","
                        + "\"value\":[\"db1\",\"db2\"]},{\"key\":\"later\",\"value\":null},{\"key\":\"t\",\"value\":\"v\"}]}}";

        ConnectionSettings settings = asked(body);

        assertThat(ConnectionRequestBody.of(settings).json(JSON, settings)).isEqualTo(node(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"paused\":\"yes\"} | paused must be true or false.",
                "{\"sync_frequency\":6.5} | sync_frequency must be a whole number.",
                "{\"config\":[]} | config must be a JSON object.",
                "{\"config\":{\"package_id\":7}} | config.package_id must be a text.",
                "{\"config\":{\"secrets_list\":{\"a\":\"s3cr3t\"}}} | config.secrets_list must be a list of objects with a key and"
                        + " a value.",
                "{\"config\":{\"secrets_list\":[{\"key\":\"a\",\"value\":{\"b\":\"s3cr3t\"}}]}} | The value of the key 'a' in"
                        + " config.secrets_list must be a text, a list of texts, or null.",
                "[] | The body must be a JSON object."
            })
    void a_field_of_another_type_is_refused_by_its_name_and_never_shown(String body, String message) {
        assertThatThrownBy(() -> asked(body))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(message);
    }

    @Test
    void what_is_not_asked_for_is_not_written() {
        ConnectionSettings settings = ConnectionSettings.NONE
                .withNaming(SchemaNaming.FIVETRAN)
                .withNetworking(new Networking("Directly", null, null, null))
                .withSetupTests(false);

        assertThat(written(ConnectionRequestBody.of(settings)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "destination_schema_names",
                        "FIVETRAN_NAMING",
                        "networking_method",
                        "Directly",
                        "run_setup_tests",
                        false));
    }

    @Test
    void a_naming_that_is_none_is_refused_of_a_caller_and_overlooked_of_an_account() {
        assertThatThrownBy(() -> asked("{\"destination_schema_names\":\"MY_NAMING\"}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("SOURCE_NAMING");
        assertThat(NamingText.told("MY_NAMING")).isNull();
        assertThat(NamingText.told(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"FAILED, FAILED", "passed, PASSED", "NEVER_SEEN, WARNING", "null, WARNING"})
    void a_result_of_an_unknown_kind_is_one_to_look_at(String told, Status read) {
        String status = told == null ? "null" : '"' + told + '"';
        Connection connection =
                told("{\"id\":\"a\",\"group_id\":\"b\",\"service\":\"connector_sdk\",\"setup_tests\":[{\"status\":"
                        + status + "}]}");

        assertThat(connection.setupTests()).containsExactly(new SetupTest("Setup test", read, null));
    }
}
