package dev.wharf.packaging.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.SecretValue;
import dev.wharf.packaging.text.ConfigurationText.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTextTest {
    @Test
    void strings_lists_of_strings_and_null_are_values() throws IOException {
        ConfigurationText read =
                read("{\"a\": \"b\\n\\u00e9\\\"\\ud83d\\ude00\", \"l\": [ ], \"m\":[\"x\" , \"y\"],\r\n\"n\": null,"
                        + " \"\u00e4 b\": \"\"}");

        assertThat(read.problems()).isEmpty();
        assertThat(read.entries())
                .containsExactly(
                        new Entry("a", new SecretValue.Text("b\né\"😀")),
                        new Entry("l", new SecretValue.Texts(List.of())),
                        new Entry("m", new SecretValue.Texts(List.of("x", "y"))),
                        new Entry("n", SecretValue.NONE),
                        new Entry("ä b", new SecretValue.Text("")));
        assertThat(read.toString()).doesNotContain("é\"").contains("***");
        assertThat(read(" { } ").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, \ufeff",
        "UTF-16LE, ''",
        "UTF-16LE, \ufeff",
        "UTF-16BE, ''",
        "UTF-16BE, \ufeff",
        "UTF-32LE, \ufeff"
    })
    void every_encoding_that_editors_save_is_read(String charset, String mark) throws IOException {
        byte[] bytes = (mark + "{\"größe\": \"表\"}").getBytes(Charset.forName(charset));

        assertThat(read(bytes).problems()).isEmpty();
        assertThat(read(bytes).entries()).containsExactly(new Entry("größe", new SecretValue.Text("表")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1: It is not JSON: it is empty",
                "[]|1: It does not hold an object",
                "\"a\"|1: It does not hold an object",
                "{\"a\": 1}|1: The value of 'a' is not a string",
                "{\"a\": -1.5e+3}|1: The value of 'a' is not a string",
                "{\"a\": true}|1: The value of 'a' is not a string",
                "{\"a\": {\"b\": \"c\"}}|1: The value of 'a' is not a string",
                "{\"a\": [1]}|1: The value of 'a' is not a string",
                "{\"a\": [[\"b\"]]}|1: The value of 'a' is not a string",
                "{\"a\": x}|1: It is not JSON: the value of 'a' is missing",
                "{\"a\": \"b\",}|1: It is not JSON: a key must follow the comma behind the value of 'a'",
                "{\"a\": [\"b\",]}|1: It is not JSON: a string must follow the comma in the value of 'a'",
                "{\"a\": [\"b\"|1: It is not JSON: a comma or the closing bracket is missing in the value of 'a'",
                "{\"a\" \"b\"}|1: It is not JSON: a colon is missing after the key 'a'",
                "{\"a\": \"b\" \"c\"}|1: It is not JSON: a comma or the closing brace is missing after the value"
                        + " of 'a'",
                "{\"a\": \"b\"} x|1: It is not JSON: there is something after the object",
                "{a: \"b\"}|1: It is not JSON: a key in double quotes is missing",
                "{'a': \"b\"}|1: It is not JSON: a key in double quotes is missing",
                "{\"a\": \"b|1: It is not JSON: a string does not end, in the value of 'a'",
                "{\"a|1: It is not JSON: a string does not end, in a key",
                "{\"a\": \"\\x\"}|1: It is not JSON: a string holds a backslash that escapes nothing, in the"
                        + " value of 'a'",
                "{\"a\": \"\\u12g4\"}|1: It is not JSON: a string holds \\u without four",
                "{\"a\": \"\t\"}|1: It is not JSON: a string holds a line break or control character, in the"
                        + " value of 'a'",
                "// c@{\"a\": \"b\"}|1: It is not JSON: it holds a comment",
                "{\"a\": \"b\",@ # c@}|2: It is not JSON: it holds a comment, which JSON does not have, behind"
                        + " the key 'a'",
                "{\"a\": /* c */ \"b\"}|1: It is not JSON: it holds a comment, which JSON does not have, behind"
                        + " the key 'a'",
                "{@\"\": \"b\"}|2: The key '' is empty",
                "{@\"  \": \"b\"}|2: The key '  ' is blank",
                "{@\" a \": \"b\"}|2: The key ' a ' begins or ends with a blank",
                "{@\"a\\u0000\": \"b\"}|2: The key 'a\\u0000' holds an invisible character",
                "{@\"a\": \"x\\u0000y\"}|2: The value of 'a' holds the character \\u0000",
                "{@\"a\": \"\\ud83d\"}|2: The value of 'a' holds an unpaired surrogate, \\ud83d",
                "{@\"a\": [\"b\", \"\\ude00\\ud83d\"]}|2: The value of 'a' holds an unpaired surrogate, \\ude00",
                "{\"a\": \"b\",@@\"a\": \"c\"}|3: The key 'a' appears more than once",
            })
    void what_is_wrong_is_named_with_line_and_key_and_never_with_a_value(String json, String expected)
            throws IOException {
        ConfigurationText read = read(json.replace('@', '\n'));

        assertThat(read.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.line() + ": " + p.message()).startsWith(expected))
                .satisfies(p -> assertThat(p.advice()).endsWith("."));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        assertThat(read("{\"a\": 1,\n\" b\": \"\\u0000\",\n\"c\": false,\r\"a\": [\"x\"]}")
                        .problems())
                .extracting(ConfigurationText.Problem::line)
                .containsExactly(1, 2, 2, 3, 4);
    }

    @Test
    void a_byte_of_another_encoding_is_named_with_the_key_it_stands_in() throws IOException {
        assertThat(latin1("{\n\"a\": \"b\",\n\"c\": \"größe\"}"))
                .isEqualTo("3: The value of 'c' is neither UTF-8 nor UTF-16: it holds the byte 0xF6.");
        assertThat(latin1("{\"größe\": \"b\"}")).startsWith("1: The key 'größe' is neither");
        assertThat(latin1("{}\u00a0")).startsWith("1: It is not JSON: there is something after the object");
    }

    @Test
    void damaged_utf_16_is_not_read_with_other_characters_in_it() throws IOException {
        byte[] damaged = "{\"a\": \"b!c\"}".getBytes(StandardCharsets.UTF_16LE);
        damaged[17] = (byte) 0xd8;

        assertThat(read(damaged).problems()).singleElement().satisfies(p -> assertThat(p.message())
                .isEqualTo("The value of 'a' is damaged UTF-16."));
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "101, 1"})
    void there_are_at_most_a_hundred_keys(int keys, int problems) throws IOException {
        String json = IntStream.range(0, keys)
                .mapToObj(i -> "\"k" + i + "\": \"v\"")
                .collect(Collectors.joining(",\n", "{", "}"));

        assertThat(read(json).problems()).hasSize(problems);
    }

    @Test
    void a_long_key_is_cut_and_a_large_file_is_refused() throws IOException {
        assertThat(read("{\"" + "k".repeat(100) + "\": 1}").problems().get(0).message())
                .contains("k".repeat(60) + "...'")
                .doesNotContain("k".repeat(61));
        assertThat(read(" ".repeat(1 << 20) + "{}").problems()).singleElement().satisfies(p -> assertThat(p.message())
                .contains("larger than 1 MiB"));
    }

    private static String latin1(String json) throws IOException {
        ConfigurationText.Problem problem =
                read(json.getBytes(StandardCharsets.ISO_8859_1)).problems().get(0);
        return problem.line() + ": " + problem.message();
    }

    private static ConfigurationText read(@Nullable String json) throws IOException {
        return read(requireNonNull(json).getBytes(StandardCharsets.UTF_8));
    }

    private static ConfigurationText read(byte[] bytes) throws IOException {
        return ConfigurationText.read(new ByteArrayInputStream(bytes));
    }
}
