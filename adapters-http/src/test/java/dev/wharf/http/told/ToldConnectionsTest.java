package dev.wharf.http.told;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Connection;
import dev.wharf.model.PackageId;
import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldConnectionsTest extends ToldJson {
    private static final String CONNECTION = "{\"id\":\"c1\",\"service\":\"connector_sdk\",\"group_id\":\"g\"}";

    @Test
    void connections_of_other_services_are_passed_over_in_silence() {
        ToldItem<Connection> item = ToldConnection.read(
                node("{\"id\":\"c\",\"service\":\"google_sheets\",\"schema\":\"a.b\",\"config\":[1]}"));

        assertThat(item.value()).isNull();
        assertThat(item.odd()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"c\",\"service\":\"connector_sdk\",\"group_id\":null,\"config\":{\"package_id\":\"p\"}}",
                "{\"id\":\"c\",\"service\":null,\"group_id\":\"g\",\"config\":{\"package_id\":\"p\"}}",
                "{\"id\":\"c\",\"config\":{\"package_id\":\"p\"}}"
            })
    void a_connection_that_runs_a_package_is_shown_as_far_as_it_is_told_with_a_warning(String json) {
        ToldItem<Connection> item = ToldConnection.read(node(json));

        assertThat(item.value().packageId()).isEqualTo(new PackageId("p"));
        assertThat(item.odd())
                .isNotEmpty()
                .allMatch(said -> said.startsWith("Connection c: the account does not report"));
    }

    @Test
    void a_connection_of_which_neither_service_nor_package_is_told_is_named_as_left_out() {
        ToldItem<Connection> item = ToldConnection.read(node("{\"id\":\"c\",\"group_id\":\"g\"}"));

        assertThat(item.value()).isNull();
        assertThat(item.odd()).singleElement().asString().contains("connection c without its service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema | null",
                "schema | \"Sales-EU\"",
                "connected_by | null",
                "created_at | null",
                "sync_frequency | \"360\"",
                "sync_frequency | null",
                "networking_method | \"NewMethod\"",
                "config | null",
                "config | {\"secrets_list\":null}",
                "config | {\"secrets_list\":{\"a\":\"b\"}}",
                "config | {\"secrets_list\":[{\"key\":\"a\",\"value\":[\"x\"]}]}",
                "config | {\"package_ids\":[\"p\"],\"reports\":[{\"a\":1}]}",
                "setup_tests | [{\"title\":\"T\",\"status\":\"SKIPPED\",\"message\":null,\"details\":null}]",
                "status | {\"tasks\":[{\"code\":\"x\"}],\"schema_status\":\"ready\"}"
            })
    void a_connection_is_read_whatever_a_field_holds(String name, String json) {
        ToldItem<Connection> item = ToldConnection.read(with(CONNECTION, name, json));

        assertThat(item.value()).isNotNull();
        assertThat(item.odd()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status | \"ok\" | status",
                "destination_schema_names | \"SOMETHING_NEW\" | destination_schema_names",
                "sync_frequency | 1e999999999 | sync_frequency",
                "sync_frequency | 99999999999999999999 | sync_frequency",
                "paused | {} | paused",
                "config | \"x\" | config",
                "config | {\"secrets_list\":\"x\"} | config.secrets_list"
            })
    void a_field_of_which_nothing_can_be_made_is_named_and_passed_on(String name, String json, String path) {
        JsonNode told = with(CONNECTION, name, json);
        ToldItem<Connection> item = ToldConnection.read(told);

        assertThat(item.odd())
                .singleElement()
                .asString()
                .contains("Connection c1", "reports " + path + " in an unknown form");
        assertThat(item.value().others().has(name)).isTrue();
    }
}
