package dev.wharf.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.Secret;
import dev.wharf.model.SetupTest;
import dev.wharf.model.SetupTest.Status;
import dev.wharf.model.UserId;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections as JSON, read as leniently as clients write it. */
class ConnectionJsonTest {
    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    private static ConnectionSettings asked(String body) {
        return read(body, ConnectionRequestBody.class).settings();
    }

    private static <T> T read(String body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
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

        assertThat(read(text(json), ConnectionBody.class).value()).isEqualTo(value);
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

        assertThat(json).containsEntry("id", "brisk_hare").containsEntry("destination_schema_names", "FIVETRAN_NAMING");
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

        assertThat(read(told, ConnectionBody.class).value())
                .isEqualTo(Connection.bare(
                        new ConnectionId("brisk_hare"),
                        new DestinationId("calm_lake"),
                        new ConnectionName("user"),
                        null,
                        Instant.parse("2026-01-02T03:04:05.678901Z")));
    }

    @ParameterizedTest
    @CsvSource({"360, 360", "'\"360\"', 360"})
    void a_frequency_is_a_number_or_its_text(String written, int read) {
        assertThat(asked("{\"sync_frequency\":" + written + "}").syncFrequencyMinutes())
                .isEqualTo(read);
    }

    @Test
    void what_is_null_or_unknown_is_not_asked_for() {
        ConnectionSettings settings = asked("{\"proxy_agent_id\":null,\"hybrid_deployment_agent_id\":null,"
                + "\"paused\":null,\"trust_certificates\":true,\"networking_method\":null,"
                + "\"config\":{\"proxy_host_config_key\":null,\"secrets_list\":null,\"another\":[1,{}]}}");

        assertThat(settings).isEqualTo(ConnectionSettings.NONE);
        assertThat(asked("{\"config\":null}")).isEqualTo(ConnectionSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource({"{}, true", "{\"run_setup_tests\":null}, true", "{\"run_setup_tests\":false}, false"})
    void to_say_nothing_of_setup_tests_is_to_ask_for_them(String body, boolean tested) {
        assertThat(read(body, ConnectionRequestBody.class).testedUnlessToldNot().settings())
                .isEqualTo(ConnectionSettings.NONE.withSetupTests(tested));
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
        assertThat(new SetupTestBody(null, told, null).value()).isEqualTo(new SetupTest("Setup test", read, null));
    }
}
