package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of the vendor's API ask beside packages, connections and groups, of a registry and of a gateway before it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurfaceOverHttpTest {
    private RunningServer server;
    private RunningServer gateway;
    private int made;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = new RunningServer(
                directory.resolve("server"),
                Map.of("wharf.sync-time", "0s", "wharf.sync-outcomes.broken_one", "FAIL", "wharf.binding", "SHARED"));
        gateway = RunningGateway.before(
                server.url(),
                server.newKey("gateway", Role.ADMIN),
                directory.resolve("gateway"),
                Map.of("wharf.binding", "SHARED"));
    }

    @AfterAll
    void stop() {
        gateway.close();
        server.close();
    }

    private Calls calls(String where) {
        return where.equals("gateway") ? gateway.asAdmin() : server.asAdmin();
    }

    private String group(Calls calls) {
        return calls.json("POST", "/v1/groups", "{\"name\":\"Warehouse " + made++ + "\"}")
                .text("id");
    }

    private static Answer create(Calls calls, String group, String name, String packageId) {
        return calls.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"run_setup_tests\":false,"
                        + "\"config\":{\"schema\":\"" + name + "\",\"python_version\":\"3.13\",\"package_id\":\""
                        + packageId
                        + "\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "gateway"})
    void a_sync_moves_a_connection_and_ends_as_decided(String where) {
        Calls calls = calls(where);
        String group = group(calls);
        String packageId = calls.upload(Zips.connector("# s")).text("id");
        String good =
                "/v1/connections/" + create(calls, group, "good_one", packageId).text("id");
        String broken = "/v1/connections/"
                + create(calls, group, "broken_one", packageId).text("id");
        assertThat(calls.get(good).data()).containsEntry("succeeded_at", null);

        assertThat(calls.send("POST", good + "/sync", null).status()).isEqualTo(200);
        assertThat(calls.json("POST", broken + "/sync", "{\"force\":true}").status())
                .isEqualTo(200);

        assertThat(calls.get(good).text("succeeded_at")).startsWith("20");
        assertThat(calls.get(broken).data()).containsEntry("succeeded_at", null);
        assertThat(calls.get(broken).text("failed_at")).startsWith("20");
        assertThat(calls.json("POST", good + "/sync", "{\"speed\":1}").status()).isEqualTo(400);
        assertThat(calls.json("POST", good + "/resync", "{\"scope\":{\"a\":[\"b\"]}}")
                        .message())
                .startsWith("scope ");
        assertThat(calls.send("POST", good + "/resync", null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "gateway"})
    void what_clients_read_beside_is_there(String where) {
        Calls calls = calls(where);
        String group = group(calls);
        String packageId = calls.upload(Zips.connector("# r")).text("id");
        String id = create(calls, group, "reads", packageId).text("id");
        create(calls, group, "shares", packageId);

        assertThat(calls.get("/v1/destinations/" + group).data())
                .containsEntry("group_id", group)
                .containsEntry("hybrid_deployment_agent_id", null);
        assertThat(calls.get("/v1/destinations?limit=1").items()).hasSize(1);
        assertThat(calls.get("/v1/groups/" + group + "/users").items())
                .singleElement()
                .satisfies(user -> assertThat(user)
                        .containsEntry("id", where.equals("server") ? "admin" : "gateway")
                        .containsEntry("family_name", ""));
        assertThat(calls.get("/v1/metadata/connector-types/connector_sdk").text("id"))
                .isEqualTo("connector_sdk");
        assertThat(calls.get("/v1/metadata/connector-types").items()).hasSize(1);
        assertThat(calls.get("/v1/connections/" + id + "/schemas").data()).containsEntry("schemas", Map.of());
        assertThat(calls.get("/v1/connector-sdk/migration/connections?limit=1000")
                        .items())
                .anySatisfy(item -> assertThat(item)
                        .containsEntry("group_id", group)
                        .containsEntry("schema", "reads")
                        .containsEntry("python_version", "3.13")
                        .containsEntry("networking_method", "Directly")
                        .containsEntry("package_id", packageId)
                        .containsEntry("package_shared", true));
        assertThat(calls.get("/v1/destinations/never_was").status()).isEqualTo(404);
        assertThat(calls.get("/v1/webhooks").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "gateway"})
    void the_state_of_a_paused_connection_is_kept(String where) {
        Calls calls = calls(where);
        String packageId = calls.upload(Zips.connector("# t")).text("id");
        String one = "/v1/connections/"
                + create(calls, group(calls), "stateful", packageId).text("id");

        assertThat(calls.json("PATCH", one + "/state", "{\"state\":{\"cursor\":1}}")
                        .status())
                .isEqualTo(409);
        calls.json("PATCH", one, "{\"paused\":true,\"run_setup_tests\":false}");
        assertThat(calls.json("PATCH", one + "/state", "{\"state\":{\"cursor\":1}}")
                        .status())
                .isEqualTo(200);

        assertThat(calls.get(one + "/state").data()).containsEntry("state", Map.of("cursor", 1));
        assertThat(calls.json("POST", one + "/sync", "{}").message()).contains("paused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "gateway"})
    void a_group_can_be_given_another_name(String where) {
        Calls calls = calls(where);
        String group = group(calls);

        Answer renamed = calls.json("PATCH", "/v1/groups/" + group, "{\"name\":\"Storehouse " + where + "\"}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(calls.get("/v1/groups/" + group).data()).containsEntry("name", "Storehouse " + where);
    }

    @ParameterizedTest
    @CsvSource({"POST, /v1/connections", "PATCH, /v1/connections/x", "POST, /v1/groups", "PATCH, /v1/groups/x"})
    void a_request_without_a_body_is_told_so(String method, String path) {
        Answer typed = server.asAdmin().send(method, path, null, "Content-Type", "application/json");

        assertThat(typed.status()).isEqualTo(400);
        assertThat(typed.message()).contains("no body");
    }

    @Test
    void what_a_connection_is_cannot_be_changed_and_a_schema_that_cannot_be_is_found_nowhere() {
        Calls calls = server.asAdmin();
        String packageId = calls.upload(Zips.connector("# u")).text("id");
        String one = "/v1/connections/"
                + create(calls, group(calls), "fixed", packageId).text("id");

        assertThat(calls.json("PATCH", one, "{\"config\":{\"schema\":\"fixed\"},\"run_setup_tests\":false}")
                        .status())
                .isEqualTo(200);
        for (String other : List.of(
                "{\"config\":{\"schema\":\"else\"}}",
                "{\"group_id\":\"else\"}",
                "{\"service\":\"else\"}",
                "{\"destination_schema_names\":\"SOURCE_NAMING\"}")) {
            assertThat(calls.json("PATCH", one, other).message()).contains("cannot be changed");
        }
        assertThat(calls.get("/v1/connections?schema=Sheets.Tab").items()).isEmpty();
    }
}
