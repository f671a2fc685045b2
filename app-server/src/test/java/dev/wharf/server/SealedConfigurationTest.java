package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealingKey;
import dev.wharf.model.Secret;
import dev.wharf.server.Calls.Answer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration values sent to a server open with its key, for whoever runs it. */
class SealedConfigurationTest {
    private static final String KEY = "wharf.secrets.key";
    private static final Secret TOKEN = new Secret("token", "s3cr3t-value");

    @TempDir
    Path data;

    private static String newKey() {
        return SealingKey.random(new SecureRandom()).base64();
    }

    private static Answer create(RunningServer server, String name) {
        Calls calls = server.asAdmin();
        String group = calls.json("POST", "/v1/groups", "{\"name\":\"group of " + name + "\"}")
                .text("id");
        return calls.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"" + name
                        + "\",\"secrets_list\":[{\"key\":\"token\",\"value\":\"s3cr3t-value\"}]}}");
    }

    @Test
    void values_survive_a_restart_with_the_key_the_server_made_itself() {
        ConnectionId id;
        try (RunningServer server = new RunningServer(data)) {
            id = new ConnectionId(create(server, "one").text("id"));
            assertThat(server.registry().openSecrets(id)).containsExactly(TOKEN);
        }
        assertThat(data.resolve("secrets.key")).exists();

        try (RunningServer server = new RunningServer(data)) {
            assertThat(server.registry().openSecrets(id)).containsExactly(TOKEN);
        }
        // A key given later seals from now on, and what the file's key sealed stays readable.
        try (RunningServer server = new RunningServer(data, Map.of(KEY, newKey()))) {
            ConnectionId second = new ConnectionId(create(server, "two").text("id"));
            assertThat(server.registry().openSecrets(id)).containsExactly(TOKEN);
            assertThat(server.registry().openSecrets(second)).containsExactly(TOKEN);
        }
    }

    @Test
    void of_two_servers_with_a_key_each_the_second_seals_nothing_and_does_all_else() {
        String first = newKey();
        String second = newKey();
        String id;
        try (RunningServer one = new RunningServer(data, Map.of(KEY, first));
                RunningServer two = new RunningServer(data, Map.of(KEY, second))) {
            id = create(one, "one").text("id");

            Answer refused = create(two, "two");

            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.code()).isEqualTo("StorageFailure");
            assertThat(refused.message()).contains("WHARF_SECRETS_KEY").doesNotContain("s3cr3t", first, second);
            Calls calls = two.asAdmin();
            assertThat(calls.get("/v1/connections").items())
                    .map(each -> each.get("id"))
                    .containsExactly(id);
            assertThat(calls.json("PATCH", "/v1/connections/" + id, "{\"paused\":true}")
                            .status())
                    .isEqualTo(200);
        }
        try (RunningServer rotated = new RunningServer(data, Map.of(KEY, second, "wharf.secrets.old-keys", first))) {
            assertThat(create(rotated, "three").status()).isEqualTo(201);
            assertThat(rotated.registry().openSecrets(new ConnectionId(id))).containsExactly(TOKEN);
        }
        assertThat(data.resolve("secrets.key")).doesNotExist();
    }
}
