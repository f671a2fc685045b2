package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "orders_2026", "_x9"})
    void a_connection_may_be_named_in_lower_case_letters_digits_and_underscores(String name) {
        ConnectionName taken = new ConnectionName(name);

        assertThat(taken).hasToString(name);
        assertThatCode(taken::checkForm).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9a", "A", "a-b", "a.b", "a b", "é", "a\n"})
    void no_connection_is_made_with_another_name_though_one_may_be_told(String name) {
        ConnectionName told = new ConnectionName(name);

        assertThat(told).hasToString(name);
        assertThatThrownBy(() -> new NewConnection(new DestinationId("d"), told, ConnectionSettings.NONE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("config.schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "_",
                "9",
                "Warehouse 1.0",
                "größe",
                "倉庫",
                "हिन्दी",
                "a-b_c.d",
                "x.",
                "Prod (EU)",
                "R&D",
                "A/B test",
                "#1",
                "a😀",
                "-a",
                ".a",
                "prod+dev"
            })
    void a_destination_may_be_named_as_people_name_theirs(String name) {
        DestinationName taken = new DestinationName(name);

        assertThat(taken).hasToString(name);
        assertThatCode(taken::checkForm).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\tb", "a\n", "a\0b", "a\u2028b", "a\ud83d"})
    void no_destination_is_made_with_a_name_that_cannot_be_seen_though_one_may_be_told(String name) {
        DestinationName told = new DestinationName(name);

        assertThat(told).hasToString(name);
        assertThatThrownBy(told::checkForm).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void names_that_are_made_have_at_most_255_characters() {
        assertThatCode(new ConnectionName("a".repeat(255))::checkForm).doesNotThrowAnyException();
        assertThatCode(new DestinationName("a".repeat(255))::checkForm).doesNotThrowAnyException();
        assertThatThrownBy(new ConnectionName("a".repeat(256))::checkForm).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(new DestinationName("a".repeat(256))::checkForm).isInstanceOf(InvalidRequestException.class);
    }
}
