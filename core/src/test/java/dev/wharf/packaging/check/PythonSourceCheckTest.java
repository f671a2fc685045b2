package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonSourceCheckTest {
    private static final String BOUND = "connector = 1\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "x = 'open|2|A string is not closed.",
                "'''|2|A string is not closed.",
                "x = \"\\|2|A string is not closed.",
                "x = (1,|2|The bracket '(' is never closed.",
                "x = [[1]}|2|The bracket '}' does not close '[' of line 2.",
                "def f(:|2|The bracket '(' is never closed.",
                "x = [(1]|2|The bracket ']' does not close '(' of line 2.",
                ")|2|The bracket ')' closes nothing.",
                "x = ?|2|The character '?' (U+003F)",
                "$|2|The character '$' (U+0024)",
                "x = “a”|2|The character '“' (U+201C)",
                "x =\u00a01|2|It holds U+00A0, an invisible character",
                "x = 1\u200b|2|It holds U+200B, an invisible character",
                "x\ufeff = 1|2|It holds U+FEFF, an invisible character",
                "a \\ b|2|A backslash must be the last character",
                "\\|2|A backslash must be the last character of its line, and a line must follow.",
                "def f()|2|A colon is missing after 'def'.",
                "if x|2|A colon is missing after 'if'.",
                "class A(B)|2|A colon is missing after 'class'.",
                "async def f()|2|A colon is missing after 'def'.",
                "print 'x'|2|'print' without brackets is Python 2.",
                "x = a b|2|Something is missing after 'a'",
            })
    void source_that_no_python_reads_is_an_error_on_its_line(String mistake, int line, String message) {
        assertThat(Checked.findings(Checked.connector(BOUND + mistake + "\n")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.ERROR);
                    assertThat(f.rule()).isEqualTo(Rule.PYTHON_SOURCE);
                    assertThat(f.line()).isEqualTo(line);
                    assertThat(f.message()).startsWith(message);
                    assertThat(f.advice()).contains("python -m py_compile connector.py", "the archive that");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "def f():@pass|2|An indented block is missing after line 1.",
                "if x:@  y = 1@ z = 2|3|Its indentation matches no line before it",
                "x = 1@  y = 2|2|It is indented, but no line before it begins a block.",
                "  x = 1|1|It is indented, but no line before it begins a block.",
            })
    void indentation_that_no_python_reads_is_an_error(String source, int line, String message) {
        assertThat(Checked.findings(Checked.connector(source.replace('@', '\n') + "\n" + BOUND)))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.ERROR);
                    assertThat(f.line()).isEqualTo(line);
                    assertThat(f.message()).startsWith(message);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if x:\n\ty = 1\n        z = 2",
                "if x:\n  pass\n # a comment\n  pass",
                "def f():\n  '''\nx\n  '''\n  pass",
                "x = [\n  1,\n2]",
                "\\\n\\\nx = 1",
                "if x: y = 1; z = 2",
                "f = lambda a, b=lambda: 1: b",
                "if (lambda: 0)(): pass",
                "match x:\n  case [1, y] if y: pass\n  case _: pass",
                "match = 1\ncase = match\ntype X = int\nlazy import a",
                "x = 'a' 'b' \"c\"",
                "x = 1if y else 0",
                "async with a as b: pass",
                "x: int = 1\nx[1:2] = y",
                "naïve = größe = 变量 = ℮ = 1",
                "x = '“ \u00a0 \u200b \u001a ?'  # ? $ \u001a",
                "\fx = 1",
                "for x in y:\n  pass\nelse:\n  pass",
                "try:\n  pass\nexcept* A:\n  pass",
                "def f[T](x: T) -> T: return x",
                "print >>x, y",
            })
    void what_some_python_reads_is_not_worth_a_word(String source) {
        assertThat(Checked.places(Checked.connector(source + "\n" + BOUND))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f'{", "f'{a:", "f'{a:'", "f'\\N{", "x = f'{a\n'", "f'''{'", "f\"{'\\"})
    void a_formatted_string_that_does_not_end_is_only_warned_of(String source) {
        assertThat(Checked.places(Checked.connector(BOUND + source)))
                .containsExactly("WARNING python-source connector.py:2");
    }

    @Test
    void a_broken_connector_is_not_blamed_for_binding_nothing() {
        assertThat(Checked.places(Checked.connector("x = (1,\nconnector = 1")))
                .containsExactly("ERROR python-source connector.py:1");
    }

    @Test
    void the_old_mark_of_a_files_end_is_an_error_of_its_own() {
        assertThat(Checked.findings(Checked.connector(BOUND + "\u001a")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.place()).isEqualTo("connector.py:2");
                    assertThat(f.message()).contains("Ctrl-Z");
                });
    }

    @Test
    void another_file_that_cannot_be_read_is_a_warning_where_it_is_imported() {
        InMemoryProject project = Checked.connector("import rest.api\n" + BOUND)
                .file("rest/api.py", "def f(:\n  pass\n")
                .file("rest/other.py", "def f(:\n  pass\n");

        assertThat(Checked.findings(project)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.place()).isEqualTo("rest/api.py:1");
            assertThat(f.message()).endsWith("connector.py:1 imports it.");
        });
    }

    @Test
    void as_many_brackets_may_be_open_as_python_opens_and_more_are_not_taken_for_python() {
        String fits = "x = " + "(".repeat(200) + "1" + ")".repeat(200);
        String tooMany = "x = " + "[".repeat(201) + "1" + "]".repeat(201);

        assertThat(Checked.findings(Checked.connector(BOUND + fits + "\n"))).isEmpty();
        assertThat(Checked.findings(Checked.connector(BOUND + tooMany + "\ny = (1,\n")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.ERROR);
                    assertThat(f.message()).contains("too many nested parentheses");
                });
    }
}
