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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890.1234567890123",
                "0.1",
                "1.5",
                "-7",
                "123456789012345678901234567890",
                "1E-400",
                "3.141592653589793238462643383279"
            })
    void a_number_keeps_all_of_its_digits(String number) throws IOException {
        Fields fields = JsonFields.object(JsonTrees.read("{\"n\":[" + number + "]}"));

        assertThat(JSON.writeValueAsString(JsonFields.node(fields))).isEqualTo("{\"n\":[" + number + "]}");
        assertThat(ToldFields.read(JsonTrees.read("{\"n\":[" + number + "]}")).value())
                .isEqualTo(fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}{}", "{} x", "[1,]", "NaN", "{\"a\":1e}"})
    void what_is_no_json_value_alone_is_none(String text) {
        assertThatThrownBy(() -> JsonTrees.read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void a_text_with_half_of_a_character_is_refused_by_the_name_of_its_field() throws IOException {
        JsonNode broken = JsonTrees.read("{\"a\":\"\\ud83d\\ude00\",\"b\":{\"c\":[1,{\"d\":\"x\\ud800\"}]}}");
        assertThatThrownBy(() -> WholeTexts.check(broken))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("b.c[1].d has an unpaired surrogate");

        JsonNode named = JsonTrees.read("{\"b\":{\"\\udc00\":1}}");
        assertThatThrownBy(() -> WholeTexts.check(named))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("A name in b has an unpaired surrogate");
    }

    private static JsonNode node(String text) throws IOException {
        return JsonTrees.read(text);
    }
}
