package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonEncodingTest {
    private static final String BOUND = "connector = 1\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, \ufeff, ERROR python-source connector.py:1",
        "UTF-16LE, '', ERROR python-source connector.py:1",
        "UTF-16BE, \ufeff, ERROR python-source connector.py:1",
        "UTF-16BE, '', ERROR python-source connector.py:1",
        "UTF-32LE, \ufeff, ERROR python-source connector.py:1",
        "UTF-8, \ufeff, ''"
    })
    void wide_text_is_an_error_and_a_mark_of_utf_8_is_none(String charset, String mark, String expected) {
        byte[] bytes = (mark + BOUND).getBytes(Charset.forName(charset));

        assertThat(String.join("", Checked.places(new InMemoryProject().file("connector.py", bytes))))
                .isEqualTo(expected);
    }

    @Test
    void bytes_that_are_no_utf_8_are_an_error_in_code_and_a_warning_in_a_comment() {
        assertThat(latin1(BOUND + "x = 'größe'  # größe\n")).isEqualTo("ERROR python-source connector.py:2");
        assertThat(latin1(BOUND + "# größe\nx = 'größe'\n")).isEqualTo("ERROR python-source connector.py:3");
        assertThat(latin1(BOUND + "# größe\n")).isEqualTo("WARNING python-source connector.py:2");
        assertThat(latin1("# coding: utf-8\n" + BOUND + "größe = 1\n")).isEqualTo("ERROR python-source connector.py:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# -*- coding: latin-1 -*- größe",
                "# vim: set fileencoding=cp1252 : größe",
                "#!/usr/bin/python3\n# coding=ISO-8859-15 größe",
                "\n# coding: windows-1252 größe",
                "# coding: mac_roman größe",
                "# coding: latin-1-unix größe",
                "# coding: utf-8-unix",
                "# coding: UTF8",
                "x = 1\n# coding: nonsense",
                "\n\n# coding: nonsense",
                "# encoding nonsense",
            })
    void source_in_the_coding_that_it_declares_is_fine(String start) {
        assertThat(latin1(start + "\n" + BOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "# coding: nonsense, 1, unknown encoding",
        "# coding: utf8x, 1, unknown encoding",
        "# coding: hex, 1, which Python does not accept for source code",
        "# coding: utf-16, 1, which Python does not accept for source code",
        "# coding: ascii größe, 1, fails with 'codec can't decode'",
        "\ufeff# coding: latin-1, 1, fails with 'encoding problem'",
        "\ufeff# coding: utf8, 1, fails with 'encoding problem'",
    })
    void a_declared_coding_that_does_not_work_is_an_error(String start, int line, String message) {
        assertThat(Checked.findings(Checked.plain(start + "\n" + BOUND)))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.ERROR);
                    assertThat(f.line()).isEqualTo(line);
                    assertThat(f.message()).contains(message);
                });
    }

    @Test
    void a_coding_that_a_dependency_may_bring_or_another_table_may_have_is_only_warned_of() {
        String unknown = "#!/usr/bin/python3\n# coding: future_fstrings\n" + BOUND;

        assertThat(Checked.places(Checked.connector(unknown).file("requirements.txt", "future-fstrings==1.2.0\n")))
                .containsExactly("WARNING python-source connector.py:2");
        assertThat(latin1("# coding: cp1252\n" + BOUND + "x = '\u0081'\n"))
                .isEqualTo("WARNING python-source connector.py:1");
    }

    @Test
    void a_letter_whose_second_byte_is_a_backslash_hides_no_quote() {
        byte[] shiftJis = ("# coding: shift_jis\nx = '表'\n" + BOUND).getBytes(Charset.forName("Shift_JIS"));

        assertThat(Checked.places(new InMemoryProject().file("connector.py", shiftJis)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "# \0", "'\0'"})
    void a_zero_byte_is_an_error_wherever_it_stands(String source) {
        assertThat(Checked.places(Checked.connector(BOUND + source)))
                .containsExactly("ERROR python-source connector.py:2");
    }

    @Test
    void lines_that_end_with_a_carriage_return_alone_are_read_and_warned_of() {
        assertThat(Checked.places(Checked.connector("# coding: latin-1\rx = 1\rconnector = 1\r")))
                .containsExactly("WARNING python-source connector.py:1");
        assertThat(Checked.places(Checked.connector("x = 1\rconnector = ?\r")))
                .containsExactly("ERROR python-source connector.py:2");
    }

    private static String latin1(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
        return String.join("\n", Checked.places(new InMemoryProject().file("connector.py", bytes)));
    }
}
