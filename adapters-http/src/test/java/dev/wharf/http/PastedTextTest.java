package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {
    private static final String KEY = "k".repeat(40);
    private static final String SECRET = "s".repeat(20) + "ä>>>???" + "s".repeat(20);
    private static final Credentials BOTH = new Credentials(KEY, SECRET);

    private static String base64() {
        return base64(KEY + ":" + SECRET);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> bothInEveryForm() {
        byte[] bytes = (KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
        return List.of(
                base64(),
                base64() + "\n",
                base64() + "\r\n",
                "\uFEFF" + base64(),
                " " + base64() + "\t",
                "Basic " + base64(),
                "basic  " + base64(),
                "Authorization: Basic " + base64(),
                "authorization:Basic " + base64(),
                "\"Authorization: Basic " + base64() + "\"",
                "Authorization: \"Basic " + base64() + "\"",
                "\"" + base64() + "\"",
                "'" + base64() + "'\n",
                base64().replaceAll("(.{76})", "$1\n") + "\n",
                base64().replaceAll("(.{64})", "$1\r\n"),
                base64().replace("=", ""),
                Base64.getUrlEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                base64(KEY + ":" + SECRET + "\n"),
                KEY + ":" + SECRET,
                KEY + ":" + SECRET + "\r",
                "'" + KEY + ":" + SECRET + "'");
    }

    @ParameterizedTest
    @MethodSource("bothInEveryForm")
    void both_joined_are_taken_however_they_were_pasted(String pasted) {
        assertThat(PastedText.of(pasted).joined()).contains(BOTH);
    }

    @Test
    void the_forms_are_as_different_as_they_are_meant_to_be() {
        assertThat(base64()).contains("+", "/").hasSizeGreaterThan(76).endsWith("=");
        assertThat(bothInEveryForm()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "key\n", "\r\nkey", "\"key\"", "'key'\n", "\uFEFFkey"})
    void a_half_is_taken_without_what_came_with_it(String pasted) {
        PastedText read = PastedText.of(pasted);

        assertThat(read.text()).isEqualTo("key");
        assertThat(read.joined()).isEmpty();
        assertThat(read.oddity()).isEmpty();
    }

    @Test
    void what_was_left_out_is_named() {
        assertThat(PastedText.of(base64()).leftOut()).isEmpty();
        assertThat(PastedText.of("\"Authorization: Basic " + base64() + "\"\n").leftOut())
                .containsExactly(
                        "white space around it", "quotes around it", "'Authorization:' before it", "'Basic' before it");
        assertThat(PastedText.of(base64().replaceAll("(.{76})", "$1\n")).leftOut())
                .containsExactly("white space in it");
    }

    @Test
    void what_is_neither_is_called_by_its_name() {
        assertThat(PastedText.of("Bearer " + base64()).oddity())
                .contains("a bearer token, which this API does not accept");
        assertThat(PastedText.of("Bearer " + base64()).joined()).isEmpty();
        assertThat(PastedText.of("Bearer a:b").joined()).isEmpty();
        assertThat(PastedText.of("\"\" ").oddity()).contains("empty except for quotes or white space");
        assertThat(PastedText.of(base64("onlyakey")).oddity())
                .contains("base64 of a text without a colon, not of key:secret");
        assertThat(PastedText.of("key secret").oddity()).contains("several words or lines");
        assertThat(PastedText.of("key\nX-Evil: 1").oddity()).contains("several words or lines");
    }

    @Test
    void a_line_break_within_is_never_sent() {
        assertThatThrownBy(() -> PastedText.of("key:secret\nX-Evil: 1").joined())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("line break")
                .hasMessageNotContaining("secret\n");
    }

    @Test
    void it_does_not_print() {
        assertThat(PastedText.of(base64()).toString()).isEqualTo("PastedText[***]");
    }
}
