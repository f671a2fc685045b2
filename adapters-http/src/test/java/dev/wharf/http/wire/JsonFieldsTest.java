package dev.wharf.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.told.ToldFields;
import dev.wharf.model.Fields;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Numbers and depths of which nobody could tell again what they were. */
class JsonFieldsTest {
    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    @Test
    void what_an_account_tells_beyond_all_bounds_is_null_and_hides_nothing_beside_it() throws IOException {
        JsonNode told = node(
                "{\"id\":\"c\",\"most\":1e400,\"list\":[1,-1e400],\"deep\":" + "[".repeat(70) + "]".repeat(70) + "}");

        Fields fields = ToldFields.read(told).value();

        assertThat(fields.get("id")).isEqualTo("c");
        assertThat(fields.has("most")).isTrue();
        assertThat(fields.get("most")).isNull();
        assertThat(fields.get("list")).asInstanceOf(LIST).containsExactly(1, null);
        assertThat(JsonFields.node(fields).get("deep").isArray()).isTrue();
    }

    @Test
    void a_body_with_one_is_refused() throws IOException {
        JsonNode body = node("{\"scope\":{\"a\":[1e400]}}");

        assertThatThrownBy(() -> JsonFields.object(body))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("The body has a number that is too large.");
    }

    private static JsonNode node(String text) throws IOException {
        return JSON.readValue(text, JsonNode.class);
    }
}
