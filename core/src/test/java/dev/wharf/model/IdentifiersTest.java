package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final List<Function<String, Object>> KINDS =
            List.of(PackageId::new, ConnectionId::new, DestinationId::new, UserId::new);

    @ParameterizedTest
    @ValueSource(strings = {"happy_harmony", "A", "0", "a-b-C_9", "x123456789"})
    void an_identifier_prints_as_its_text(String text) {
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(text)).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../x", "a/b", "a.b", "_a", "-a", "é", "a b", "a\n", "a\0", "a%2fb", "a:b"})
    void what_could_mean_anything_else_is_no_identifier(String text) {
        assertThat(KINDS).allSatisfy(kind -> assertThatThrownBy(() -> kind.apply(text))
                .isInstanceOf(InvalidRequestException.class));
    }

    @Test
    void an_identifier_has_at_most_100_characters() {
        assertThat(new PackageId("a".repeat(100)).value()).hasSize(100);
        assertThatThrownBy(() -> new PackageId("a".repeat(101))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_refusal_says_what_was_expected_and_shows_hostile_text_short_and_clean() {
        assertThatThrownBy(() -> new PackageId("\u001b[31m" + "x".repeat(10_000)))
                .hasMessageContaining("'?[31mxxx")
                .hasMessageContaining("is not a package id")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
        assertThatThrownBy(() -> new ConnectionId("")).hasMessageContaining("connection id");
        assertThatThrownBy(() -> new DestinationId("")).hasMessageContaining("destination id");
        assertThatThrownBy(() -> new UserId("")).hasMessageContaining("user id");
    }
}
