package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyEncodingCheckTest {
    @ParameterizedTest
    @CsvSource({
        "UTF-8, \ufeff, ''",
        "UTF-16LE, \ufeff, WARNING dependency-file requirements.txt:1",
        "UTF-16BE, \ufeff, WARNING dependency-file requirements.txt:1",
        "UTF-16LE, '', ERROR dependency-file requirements.txt:1",
        "UTF-16BE, '', ERROR dependency-file requirements.txt:1",
        "UTF-32LE, \ufeff, ERROR dependency-file requirements.txt:1",
    })
    void requirements_are_read_in_every_encoding_and_named_where_their_reader_fails(
            String charset, String mark, String expected) {
        List<String> places = requirements((mark + "pandas==2.0\nrequests\n").getBytes(Charset.forName(charset)));

        assertThat(places).contains("WARNING preinstalled-package requirements.txt:2");
        assertThat(String.join("", places.subList(0, places.size() - 1))).isEqualTo(expected);
    }

    @Test
    void requirements_that_are_no_utf_8_are_an_error_unless_they_say_what_they_are() {
        assertThat(requirements("a==1\n# größe\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("ERROR dependency-file requirements.txt:2");
        assertThat(requirements("# coding: latin-1\n# größe\na==1\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("WARNING dependency-file requirements.txt:2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a==1@b==2@|1|WARNING",
                "a==1#b==2\u001a|2|ERROR",
                "a==1#\u001a|2|ERROR",
                "a==1\0#b==2|1|WARNING",
                "% coding: nonsense#a==1|1|WARNING"
            })
    void signs_that_pip_stumbles_over_are_named(String written, int line, String severity) {
        String text = written.replace('@', '\r').replace('#', '\n').replace('%', '#');

        assertThat(requirements(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(severity + " dependency-file requirements.txt:" + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\f", "\u000b", "\u0085", "\u2028", "\u001c"})
    void a_line_ends_where_it_ends_for_pip(String end) {
        assertThat(Checked.places(InMemoryProject.withConnector().file("requirements.txt", "a==1" + end + "requests")))
                .containsExactly("WARNING preinstalled-package requirements.txt:2");
    }

    @Test
    void included_files_are_looked_at_and_those_that_nobody_reads_are_not() {
        byte[] utf16 = "a==1\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(Checked.places(InMemoryProject.withConnector()
                        .file("requirements.txt", "-r deps/more.txt\n")
                        .file("deps/more.txt", "-c ./versions.txt\nb==1\n")
                        .file("deps/versions.txt", utf16)
                        .file("other.txt", utf16)))
                .containsExactly("ERROR dependency-file deps/versions.txt:1");
        assertThat(Checked.places(InMemoryProject.withConnector()
                        .file("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\"a==1\"]\n")
                        .file("requirements.txt", utf16)))
                .containsExactly("WARNING dependency-file requirements.txt");
    }

    @Test
    void toml_that_is_no_plain_utf_8_is_warned_of() {
        String toml = "[project]\nname = \"größe\"\ndependencies = [\"a==1\"]\n";

        for (byte[] bytes :
                List.of(("\ufeff" + toml).getBytes(StandardCharsets.UTF_8), toml.getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(Checked.places(InMemoryProject.withConnector().file("pyproject.toml", bytes)))
                    .containsExactly("WARNING dependency-file pyproject.toml:1");
        }
        assertThat(Checked.places(InMemoryProject.withConnector()
                        .file("pyproject.toml", toml.getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("WARNING dependency-file pyproject.toml:2");
    }

    private static List<String> requirements(byte[] bytes) {
        return Checked.places(InMemoryProject.withConnector().file("requirements.txt", bytes));
    }
}
