package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreFilesTest {
    private static final String CONNECTOR = "connector = Connector(update=update)\n";

    private static InMemoryProject importing(String statements) {
        return Checked.connector(statements + "\n" + CONNECTOR);
    }

    private static InMemoryProject project() {
        return importing("");
    }

    @Test
    void the_first_pattern_behind_a_byte_order_mark_does_nothing_and_what_it_names_is_listed() {
        Finding finding = Checked.only(
                project().file(".gitignore", "\ufeffsecrets/\r\n*.csv\r\n").files("secrets/a.json", "d.csv"));

        assertThat(finding.rule()).isEqualTo(Rule.IGNORE_FILE);
        assertThat(finding.place()).isEqualTo(".gitignore:1");
        assertThat(finding.message())
                .contains(
                        "'secrets/' has no effect",
                        "byte order mark",
                        "These files go into the archive: secrets/a.json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff# comment\n*.csv\n", "\ufeff\n*.csv\n", "# a\r\n*.csv\r\n", "*.csv", ""})
    void an_ignore_file_whose_patterns_all_work_is_fine(String content) {
        assertThat(Checked.findings(project().file(".gitignore", content).files("d.csv")))
                .isEmpty();
    }

    @Test
    void a_mark_in_a_nested_ignore_file_speaks_of_its_own_directory() {
        assertThat(Checked.only(project()
                                .file("sub/.gitignore", "\ufeff/a.py\n")
                                .files("sub/a.py", "a.py"))
                        .message())
                .contains("These files go into the archive: sub/a.py.");
    }

    @Test
    void patterns_that_git_reads_otherwise_are_named() {
        assertThat(Checked.places(project().file(".gitignore", "secrets.json\r*.csv\r")))
                .containsExactly("WARNING ignore-file .gitignore:1");
        assertThat(Checked.places(project().file(".gitignore", "a\n[bc\n")))
                .containsExactly("WARNING ignore-file .gitignore:2");
        assertThat(Checked.places(project().file(".gitignore", "*.csv\n".getBytes(StandardCharsets.UTF_16LE))))
                .as("UTF-16 without a mark")
                .containsExactly("WARNING ignore-file .gitignore");
    }

    @Test
    void what_ftignore_names_and_goes_in_is_told_by_pattern() {
        InMemoryProject project = project()
                .file(".ftignore", "# ours\n*.csv\nnotes/\n!a.csv\nnothing\n")
                .files("a.csv", "notes/b.txt", "notes/c.csv");

        assertThat(Checked.places(project))
                .containsExactly("WARNING retired-ignore-file .ftignore:2", "WARNING retired-ignore-file .ftignore:3");
        assertThat(Checked.findings(project).get(0).message()).contains("'*.csv'", "a.csv, notes/c.csv");
        assertThat(Checked.findings(project.file(".gitignore", "*.csv\nnotes\n")))
                .as("ignored by both")
                .isEmpty();
    }
}
