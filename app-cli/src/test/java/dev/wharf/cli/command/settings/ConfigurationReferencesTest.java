package dev.wharf.cli.command.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReferencesTest extends ReadConfiguration {
    @Test
    void references_are_replaced_wherever_they_stand() throws Exception {
        environment.put("HOST", "db1");
        environment.put("EMPTY", "");

        assertThat(value("${HOST}")).isEqualTo("db1");
        assertThat(value("https://${HOST}:${PORT:-5432}/${HOST}?${EMPTY:-x}")).isEqualTo("https://db1:5432/db1?x");
        assertThat(value("$${HOST} and $${")).isEqualTo("${HOST} and ${");
        assertThat(value("pa$$w0rd$1\\\\")).isEqualTo("pa$$w0rd$1\\");
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_a_variable_holds_is_no_reference() throws Exception {
        environment.put("SECRET", "${HOST}$$(x)");

        assertThat(value("${SECRET}")).isEqualTo("${HOST}$$(x)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${}", "${api key}", "x${", "${{ secrets.KEY }}", "${A:-${B}}", "${A-b}", "${1}"})
    void a_beginning_that_begins_no_reference_is_refused(String written) throws Exception {
        assertRefused(() -> value(written)).hasMessageContaining("'key'").hasMessageContaining("begins no reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$API_KEY", "$api_key", "host=$API_KEY", "{{API_KEY}}", "x {{ key }}", "$(API_KEY)"})
    void a_reference_of_another_tool_is_sent_with_a_warning_that_does_not_quote_it(String written) throws Exception {
        assertThat(value(written)).isEqualTo(written);

        assertThat(warnings).singleElement().asString().contains("'key'").doesNotContain(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pa$Word", "x$ABCdef", "a$", "$1", "$.items[*]", "{x}", "cost: $5"})
    void a_dollar_sign_of_a_password_or_a_path_is_no_reference(String written) throws Exception {
        assertThat(value(written)).isEqualTo(written);

        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',empty", "'  ',blank", "'\t',blank", "'\n',blank"})
    void a_variable_that_holds_nothing_is_refused_with_key_and_variable(String held, String how) throws Exception {
        environment.put("API_KEY", held);

        assertRefused(() -> value("${API_KEY}"))
                .hasMessageContaining("'key'")
                .hasMessageContaining("API_KEY, which is set, but " + how)
                .hasMessageContaining("--allow-empty key");
        assertRefused(() -> value("https://${API_KEY}/x")).hasMessageContaining("API_KEY, which is set, but " + how);
    }

    @Test
    void a_variable_that_is_not_set_is_refused() throws Exception {
        mayBeEmpty = Set.of("key");

        assertRefused(() -> value("${API_KEY}"))
                .hasMessageContaining("API_KEY, which is not set. Set it, or write ${API_KEY:-otherwise}.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\n", "hunter2\r\n", "hunter2\r", "hunter2\n\n"})
    void a_line_end_at_the_end_of_one_line_is_refused_without_the_value(String held) throws Exception {
        environment.put("API_KEY", held);

        assertRefused(() -> value("${API_KEY}"))
                .hasMessageContaining("API_KEY, which ends with a line break")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_text_of_several_lines_may_end_with_a_line_end() throws Exception {
        environment.put("KEY", "-----BEGIN X-----\nabc\n-----END X-----\n");
        environment.put("TOKEN", "hunter2");

        assertThat(value("${KEY}")).endsWith("END X-----\n");
        assertThat(value("${TOKEN}\\n")).isEqualTo("hunter2\n");
    }

    @Test
    void a_variable_of_stars_is_refused() throws Exception {
        environment.put("API_KEY", "******");

        assertRefused(() -> value("${API_KEY}")).hasMessageContaining("API_KEY, which is only stars");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "undefined", "NULL"})
    void the_word_for_nothing_is_sent_with_a_warning(String held) throws Exception {
        environment.put("API_KEY", held);

        assertThat(value("${API_KEY}")).isEqualTo(held);

        assertThat(warnings).singleElement().asString().contains("'key'").contains("null or undefined");
    }
}
