package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
    @ValueSource(strings = {"../x", "a/b", "a.b", "_a", "-a", "é", "a b", "a\n", "a%2fb", "a:b", "jane+ci@example.com"})
    void an_identifier_of_others_has_any_form(String text) {
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(text)).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", ".", ".."})
    void what_names_nothing_or_leads_elsewhere_is_no_identifier(String text) {
        assertThat(KINDS).allSatisfy(kind -> assertThatThrownBy(() -> kind.apply(text))
                .isInstanceOf(InvalidRequestException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "a.b", "_a", "-a", "é", "a b", "a\n", "a\0", "a:b", "jane+ci@example.com"})
    void rights_are_given_to_plain_names_only(String text) {
        UserId user = new UserId(text);

        assertThatThrownBy(user::checkForm).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_user_who_is_given_rights_has_a_name_of_at_most_100_characters() {
        assertThatCode(new UserId("a".repeat(100))::checkForm).doesNotThrowAnyException();
        assertThatThrownBy(new UserId("a".repeat(101))::checkForm)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is not a user id");
    }

    @Test
    void a_refusal_says_what_was_expected_and_shows_hostile_text_short_and_clean() {
        assertThatThrownBy(new UserId("\u001b[31m" + "x".repeat(10_000))::checkForm)
                .hasMessageContaining("'?[31mxxx")
                .hasMessageContaining("is not a user id")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
        assertThatThrownBy(() -> new ConnectionId("")).hasMessageContaining("connection id");
        assertThatThrownBy(() -> new DestinationId("")).hasMessageContaining("destination id");
        assertThatThrownBy(() -> new UserId("")).hasMessageContaining("user id");
    }
}
