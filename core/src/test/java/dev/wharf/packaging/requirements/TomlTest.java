package dev.wharf.packaging.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTest {
    private static Toml read(String text) {
        return Toml.read(text, key -> true);
    }

    @Test
    void keys_are_told_from_the_root_on_and_values_with_their_lines() {
        String text =
                """
                a = 1 # one
                [b."c"]
                d = { e = "x", f = [ { g = 'y' },
                  "z" ] }
                [[h]]
                i = \"\"\"
                two
                lines\"\"\"
                [[h]]
                i = 2026-01-01T00:00:00Z
                """;

        assertThat(read(text).values())
                .filteredOn(v -> v.kind() != Toml.Kind.TABLE && v.kind() != Toml.Kind.ARRAY)
                .map(v -> v.key() + "=" + v.text().replace('\n', '/') + "@" + v.line())
                .containsExactly(
                        "a=1@1",
                        "b.c.d.e=x@3",
                        "b.c.d.f.g=y@3",
                        "b.c.d.f=z@4",
                        "h.i=two/lines@6",
                        "h.i=2026-01-01T00:00:00Z@10");
        assertThat(read(text).isReadable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = b",
                "a = 1 2",
                "a = [1 2]",
                "a = {b = 1",
                "a = 1\na = 2",
                "[a]\n[a]",
                "[a]]",
                "[[a]",
                "= 1",
                "a =",
                "[a] b = 1",
                "a = \"x\" \"y\""
            })
    void what_is_no_toml_is_not_read_to_its_end(String text) {
        assertThat(read(text).isReadable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# a", "\r\na = 1\r\n", "a = [\n1, # x\n2,\n]", "a = {}", "a = []", "[a]\n[a.b]\n[c]\nd=+inf"
            })
    void what_is_toml_is(String text) {
        assertThat(read(text).isReadable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a = \"\"\"He said \"hi\"\"\"\"|He said \"hi\"",
                "a = \'\'\'x\'\'\'\'\'|x\'\'",
                "a = \"\"|``",
                "a = \"\"\"\"\"\"|``",
                "a = \"\\u0061\\\\\\\"\\U0001F600\"|a\\\"\ud83d\ude00",
                "a = \"\"\"b\\¶   c\"\"\"|bc",
                "\"\" = 1|``",
            })
    void strings_end_and_say_what_toml_means(String text, String content) {
        assertThat(read(text.replace('¶', '\n')).isReadable()).isTrue();
        assertThat(read(text.replace('¶', '\n'))
                        .first("a")
                        .map(Toml.Value::text)
                        .orElse(""))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b = 1", "a. = 1", "a = \"\\q\"", "a = \"\\u00g0\"", "a(b) = 1", "[a.]"})
    void keys_and_escapes_that_toml_does_not_have_are_none(String text) {
        assertThat(read(text).isReadable()).isFalse();
    }

    @Test
    void a_key_may_be_as_long_as_it_likes() {
        assertThat(read("k".repeat(5000) + " = 1\n[b]\n" + "k".repeat(5000) + " = {a = [1]}")
                        .isReadable())
                .isTrue();
    }

    @Test
    void brackets_without_end_cost_neither_stack_nor_memory() {
        assertThat(read("a = " + "[".repeat(1_000_000)).isReadable()).isFalse();
        assertThat(read("a = " + "{a=".repeat(1_000_000)).isReadable()).isFalse();
    }
}
