package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections as clients that nobody here wrote ask for them, of a registry and of a gateway, under the new paths and the old. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsOverHttpTest {
    private RunningServer server;
    private RunningServer gateway;
    private int made;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = new RunningServer(directory.resolve("server"));
        gateway = RunningGateway.before(
                server.url(), server.newKey("gateway", Role.ADMIN), directory.resolve("gateway"), Map.of());
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

    private Answer create(Calls calls, String path, String group, String packageId) {
        return calls.json(
                "POST",
                path,
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"c" + made++
                        + "\",\"package_id\":\"" + packageId + "\"}}");
    }

    private static Map<String, Object> config(Answer answer) {
        return map(answer.data().get("config"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tests(Answer answer) {
        return (List<Map<String, Object>>) answer.data().get("setup_tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "gateway"})
    void the_vendors_command_line_deploys_and_deploys_again_as_it_always_does(String where) {
        Calls calls = calls(where);
        String group = group(calls);
        assertThat(calls.get("/v1/groups?limit=500").items()).anyMatch(each -> group.equals(each.get("id")));
        assertThat(calls.get("/v1/groups/" + group + "/connectors?schema=weather")
                        .items())
                .isEmpty();
        String first = calls.upload(Zips.connector("# first")).text("id");

        Answer created = calls.json(
                "POST",
                "/v1/connectors",
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"paused\":true,"
                        + "\"run_setup_tests\":true,\"sync_frequency\":\"360\","
                        + "\"destination_schema_names\":\"SOURCE_NAMING\",\"hybrid_deployment_agent_id\":null,"
                        + "\"config\":{\"schema\":\"weather\",\"python_version\":\"3.13\",\"package_id\":\"" + first
                        + "\",\"secrets_list\":[{\"key\":\"token\",\"value\":\"s3cr3t\"}]}}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.data())
                .containsEntry("paused", true)
                .containsEntry("sync_frequency", 360)
                .containsEntry("destination_schema_names", "SOURCE_NAMING");
        assertThat(config(created)).containsEntry("python_version", "3.13");
        assertThat(tests(created)).map(test -> test.get("status")).containsOnly("PASSED");
        Map<String, Object> found = calls.get("/v1/groups/" + group + "/connectors?schema=weather")
                .items()
                .get(0);
        assertThat(found).containsEntry("id", created.text("id")).containsEntry("service", "connector_sdk");

        String second = calls.upload(Zips.connector("# second")).text("id");
        Answer updated = calls.json(
                "PATCH",
                "/v1/connectors/" + found.get("id"),
                "{\"networking_method\":\"Directly\",\"proxy_agent_id\":null,\"config\":{\"package_id\":\"" + second
                        + "\",\"proxy_host_config_key\":null,"
                        + "\"secrets_list\":[{\"key\":\"token\",\"value\":\"an0ther\"}]}}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.data())
                .containsEntry("id", found.get("id"))
                .containsEntry("networking_method", "Directly")
                .containsEntry("destination_schema_names", "SOURCE_NAMING");
        assertThat(config(updated)).containsEntry("package_id", second).containsEntry("python_version", "3.13");
        assertThat(calls.get(Calls.PACKAGES + "/" + first).data().get("connection_id"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"server, connections", "server, connectors", "gateway, connections", "gateway, connectors"})
    void a_connection_lives_its_life_under_both_paths(String where, String name) {
        Calls calls = calls(where);
        String path = "/v1/" + name;
        String group = group(calls);
        Answer created =
                create(calls, path, group, calls.upload(Zips.connector("# x")).text("id"));
        String one = path + "/" + created.text("id");

        assertThat(created.status()).isEqualTo(201);
        assertThat(calls.get(one).data()).containsEntry("id", created.text("id"));
        assertThat(calls.get(one).data()).doesNotContainKey("setup_tests");
        assertThat(calls.get(path + "?group_id=" + group).items()).hasSize(1);
        Answer tested = calls.send("POST", one + "/test", new byte[0]);
        assertThat(tested.status()).isEqualTo(200);
        assertThat(tests(tested)).isEqualTo(tests(created)).hasSize(4);
        assertThat(calls.json("POST", one + "/test", "{\"trust_certificates\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(calls.json("POST", one + "/sync", "{\"force\":true}").status())
                .isEqualTo(200);
        assertThat(calls.send("POST", one + "/sync", null).code()).isEqualTo("Success");
        assertThat(calls.send("POST", one + "/force", null).code()).isEqualTo("Success");
        assertThat(calls.json("PATCH", one, "{\"paused\":true,\"run_setup_tests\":false}")
                        .data())
                .containsEntry("paused", true)
                .doesNotContainKey("setup_tests");
        assertThat(calls.delete(one).status()).isEqualTo(200);
        assertThat(calls.get(one).code()).isEqualTo("NotFound_Connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "gateway"})
    void to_reach_the_source_directly_lets_go_of_proxy_and_private_link(String where) {
        Calls calls = calls(where);
        Answer created = create(
                calls,
                "/v1/connections",
                group(calls),
                calls.upload(Zips.connector("# x")).text("id"));
        String one = "/v1/connections/" + created.text("id");
        calls.json(
                "PATCH",
                one,
                "{\"networking_method\":\"ProxyAgent\",\"proxy_agent_id\":\"p\",\"private_link_id\":\"l\"}");
        assertThat(calls.json("PATCH", one, "{\"paused\":false}").data()).containsEntry("proxy_agent_id", "p");
        assertThat(calls.json("PATCH", one, "{\"proxy_agent_id\":null}").data()).containsEntry("proxy_agent_id", null);

        calls.json(
                "PATCH",
                one,
                "{\"networking_method\":\"Directly\",\"proxy_agent_id\":null,\"hybrid_deployment_agent_id\":\"h\"}");

        assertThat(calls.get(one).data())
                .containsEntry("networking_method", "Directly")
                .containsEntry("proxy_agent_id", null)
                .containsEntry("private_link_id", null)
                .containsEntry("hybrid_deployment_agent_id", "h");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/groups",
        "GET, /v1/connectors",
        "GET, /v1/account/info",
        "GET, /v1/connector-sdk/packages",
        "DELETE, /v1/connectors/never_was",
        "DELETE, /v1/groups/never_was"
    })
    void a_content_type_on_a_request_without_content_is_overlooked(String method, String path) {
        Answer plain = server.asAdmin().send(method, path, null);

        for (String type : List.of("application/json", "application/json; charset=utf-8", "text/plain")) {
            Answer typed = server.asAdmin().send(method, path, null, "Content-Type", type);
            assertThat(typed.status()).as(type).isEqualTo(plain.status());
            assertThat(typed.code()).isEqualTo(plain.code());
        }
        assertThat(server.asAdmin()
                        .send(method, path, "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(plain.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "gateway"})
    void a_sync_of_a_connection_without_a_package_is_refused_and_says_why(String where) {
        Calls calls = calls(where);
        Answer created = calls.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"" + group(calls)
                        + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"empty\"}}");

        Answer refused = calls.send("POST", "/v1/connections/" + created.text("id") + "/sync", null);

        assertThat(created.status()).isEqualTo(201);
        assertThat(tests(created)).anyMatch(test -> "FAILED".equals(test.get("status")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message()).contains("no package");
    }
}
