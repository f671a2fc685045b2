package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of other services, which one account has beside those that run packages, through a gateway. */
class GatewayOtherServicesTest {
    private static final String ONE = "/v1/connections/sheet_1";
    private static final String SHEET =
            "{\"id\":\"sheet_1\",\"group_id\":\"g1\",\"service\":\"google_sheets\",\"service_version\":1,\"schema\":\"sheets.tab\","
                    + "\"paused\":false,\"sync_frequency\":360,\"status\":{\"setup_state\":\"connected\",\"sync_state\":"
                    + "\"scheduled\"},\"config\":{\"sheet_id\":\"1Rmq\",\"named_range\":\"range\",\"secrets_list\":\"none\"}}";

    @TempDir
    Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private ForeignAccount account;
    private Calls calls;

    @BeforeEach
    void start() throws IOException {
        account = new ForeignAccount(directory, this::told);
        calls = account.gateway().asAdmin();
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private String told(String method, String rawPath, String body) {
        String path = URI.create(rawPath).getPath();
        if (!"GET".equals(method)) {
            asked.add(method + " " + path + " " + body);
        }
        return path.endsWith("/sheet_1") ? SHEET : "{\"items\":[" + SHEET + "]}";
    }

    private static Map<String, Object> json(String text) {
        try {
            return ObjectMapper.getDefault().readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertToldAsItIs(Map<String, Object> told) {
        Map<String, Object> whole = json(SHEET);
        Map<?, ?> status = (Map<?, ?>) whole.remove("status");
        assertThat(told).containsAllEntriesOf(whole);
        assertThat((Map<?, ?>) told.get("status")).containsAllEntriesOf((Map) status);
    }

    @Test
    void one_is_read_and_listed_as_the_account_tells_it() {
        assertToldAsItIs(calls.get(ONE).data());
        assertToldAsItIs(calls.get("/v1/connections").items().get(0));
        assertToldAsItIs(calls.get("/v1/connections?schema=sheets.tab").items().get(0));
    }

    @Test
    void a_change_that_names_its_own_service_is_passed_on_with_all_of_its_configuration() {
        String change =
                "{\"paused\":true,\"run_setup_tests\":false,\"config\":{\"schema\":\"sheets\",\"sheet_id\":\"2\"}";

        Answer answer = calls.json("PATCH", ONE, change + ",\"service\":\"google_sheets\",\"group_id\":\"g1\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertToldAsItIs(answer.data());
        assertThat(asked).singleElement().satisfies(sent -> {
            assertThat(sent).startsWith("PATCH " + ONE + " ");
            assertThat(json(sent.substring(sent.indexOf('{')))).isEqualTo(json(change + "}"));
        });
    }

    @Test
    void a_change_that_names_another_service_is_refused() {
        Answer answer = calls.json("PATCH", ONE, "{\"service\":\"connector_sdk\",\"paused\":true}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("service cannot be changed");
        assertThat(asked).isEmpty();
    }

    @Test
    void one_is_synced_and_deleted_by_an_administrator() {
        assertThat(calls.send("POST", ONE + "/sync", null).status()).isEqualTo(200);
        assertThat(calls.send("DELETE", ONE, null).status()).isEqualTo(200);

        assertThat(asked)
                .satisfiesExactly(
                        sync -> assertThat(sync).startsWith("POST " + ONE + "/sync "),
                        deletion -> assertThat(deletion).isEqualTo("DELETE " + ONE + " "));
    }

    @Test
    void members_change_none_as_none_was_made_through_the_gateway() {
        Calls member = account.gateway().as(account.gateway().newKey("ann", Role.MEMBER));

        assertThat(member.json("PATCH", ONE, "{\"paused\":true}").status()).isEqualTo(403);
        assertThat(member.send("DELETE", ONE, null).status()).isEqualTo(403);
        assertThat(asked).isEmpty();
    }

    @Test
    void none_is_made_as_a_gateway_makes_what_runs_packages() {
        Answer answer = calls.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"g1\",\"service\":\"google_sheets\",\"config\":{\"schema\":\"sheets\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("service must be");
        assertThat(asked).isEmpty();
    }
}
