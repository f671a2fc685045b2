package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.server.Calls.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadJsonTest extends RefusingServer {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{oops",
                "[]",
                "null",
                "{\"group_id\":{\"a\":1}}",
                "{}",
                "{\"group_id\":\"x\",\"service\":\"postgres\",\"config\":{\"schema\":\"a\"}}",
                "{\"group_id\":\"x\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"Not A Name\"}}",
                "{\"group_id\":\"x\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"a\",\"secrets_list\":[{\"key\":\"k\"}]}}"
            })
    void json_that_is_none_or_of_another_form_is_400(String body) {
        refused(admin.json("POST", "/v1/connections", body), 400, "InvalidInput");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400000", "[1, {\"a\": 1e999}]", "DEEP"})
    void a_field_that_could_not_be_told_again_is_refused_by_name_and_hides_no_connection(String value) {
        String group = admin.json("POST", "/v1/groups", "{\"name\":\"g\"}").text("id");
        String field = value.equals("DEEP") ? "[".repeat(70) + "]".repeat(70) : value;
        String form =
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"a\"%s}%s}";

        Answer outside = admin.json("POST", "/v1/connections", form.formatted("", ",\"limit\":" + field));
        refused(outside, 400, "InvalidInput");
        assertThat(outside.message()).contains("limit has ");
        Answer inside = admin.json("POST", "/v1/connections", form.formatted(",\"limit\":" + field, ""));
        refused(inside, 400, "InvalidInput");
        assertThat(inside.message()).contains("config.limit has ");

        String made = admin.json("POST", "/v1/connections", form.formatted(",\"limit\":1e30", ""))
                .text("id");
        refused(
                admin.json("PATCH", "/v1/connections/" + made, "{\"limit\":" + field + ",\"paused\":true}"),
                400,
                "InvalidInput");
        refused(
                admin.json("PATCH", "/v1/connections/" + made + "/state", "{\"state\":{\"a\":" + field + "}}"),
                400,
                "InvalidInput");
        assertThat(admin.get("/v1/connections").items()).hasSize(1);
        assertThat(admin.delete("/v1/connections/" + made).status()).isEqualTo(200);
        assertThat(admin.delete("/v1/groups/" + group).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/groups, name",
        "POST, /v1/connections, limit",
        "PATCH, /v1/connections/x, limit",
        "POST, /v1/connections/x/sync, force",
        "PATCH, /v1/connections/x/state, state",
        "PUT, /v1/wharf/connections/x/deploys/y, id"
    })
    void bytes_that_are_no_utf_8_and_halves_of_characters_are_refused(String method, String path, String field) {
        for (String wrong : List.of("\u00ff", "\u00c3(", "\u00ed\u00a0\u0080", "\u00c0\u00af", "abc\u00e2\u0082")) {
            byte[] body = ("{\"" + field + "\":\"" + wrong + "\"}").getBytes(StandardCharsets.ISO_8859_1);
            Answer answer = admin.send(method, path, body, "Content-Type", "application/json");
            refused(answer, 400, "InvalidInput");
            assertThat(answer.message()).isEqualTo("The body is not valid UTF-8. Send JSON, encoded as UTF-8.");
        }
        Answer half = admin.json(method, path, "{\"" + field + "\":\"a\\ud800b\"}");
        refused(half, 400, "InvalidInput");
        assertThat(half.message()).startsWith(field + " has an unpaired surrogate");
    }

    @Test
    void a_body_without_a_type_is_looked_at_as_well() {
        Answer answer = admin.send("POST", "/v1/connections/x/sync", new byte[] {'{', (byte) 0xff, '}'});

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("The body is not valid UTF-8. Send JSON, encoded as UTF-8.");
    }

    @Test
    void what_is_utf_8_is_kept_character_for_character() {
        String name = "Gr\u00f6\u00dfe \ud83d\ude00 \ufffd";

        Answer made = admin.json("POST", "/v1/groups", "{\"name\":\"" + name + "\"}");

        assertThat(made.text("name")).isEqualTo(name);
        assertThat(admin.delete("/v1/groups/" + made.text("id")).status()).isEqualTo(200);
    }

    @Test
    void the_digits_of_a_number_that_nobody_knows_are_kept() {
        String group = admin.json("POST", "/v1/groups", "{\"name\":\"digits\"}").text("id");
        String exact = "12345678901234567890.1234567890123";

        Answer made = admin.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"limit\":" + exact
                        + ",\"config\":{\"schema\":\"digits\",\"small\":1E-400}}");

        String one = "/v1/connections/" + made.text("id");
        assertThat(made.body()).contains("\"limit\":" + exact).contains("\"small\":1E-400");
        assertThat(admin.get(one).body()).contains("\"limit\":" + exact).contains("\"small\":1E-400");
        assertThat(admin.delete(one).status()).isEqualTo(200);
        assertThat(admin.delete("/v1/groups/" + group).status()).isEqualTo(200);
    }

    @Test
    void json_beyond_all_bounds_is_refused() {
        refused(admin.json("POST", "/v1/connections", "[".repeat(100_000)), 400, "InvalidInput");
        refused(
                admin.json("POST", "/v1/connections", "{\"a\":\"" + "x".repeat(3_000_000) + "\"}"),
                413,
                "PayloadTooLarge");
    }
}
