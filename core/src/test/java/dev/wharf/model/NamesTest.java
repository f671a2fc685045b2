package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "orders_2026", "_x9"})
    void a_connection_may_be_named_in_lower_case_letters_digits_and_underscores(String name) {
        assertThat(new ConnectionName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9a", "A", "a-b", "a.b", "a b", "é", "a\n"})
    void no_other_name_is_a_connections_name(String name) {
        assertThatThrownBy(() -> new ConnectionName(name))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("config.schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "9", "Warehouse 1.0", "größe", "倉庫", "हिन्दी", "a-b_c.d", "x."})
    void a_destination_may_be_named_in_any_script_with_inner_spaces(String name) {
        assertThat(new DestinationName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a/b", "a\tb", "-a", ".a", "a\n", "a\0b", "a😀"})
    void no_other_name_is_a_destinations_name(String name) {
        assertThatThrownBy(() -> new DestinationName(name)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void names_have_at_most_255_characters() {
        assertThat(new ConnectionName("a".repeat(255)).value()).hasSize(255);
        assertThat(new DestinationName("a".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> new ConnectionName("a".repeat(256))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new DestinationName("a".repeat(256))).isInstanceOf(InvalidRequestException.class);
    }
}
