package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.testkit.InMemoryProject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void what_no_pattern_names_goes_in_and_the_form_is_added() {
        InMemoryProject project = InMemoryProject.withConnector().files("README.md", "tables/orders.py", "lib.py");

        assertThat(packaged(project))
                .containsExactly("README.md", "configuration_form.pb", "connector.py", "lib.py", "tables/orders.py");
        assertThat(ConnectorProject.read(project).selection().excluded()).isEmpty();
    }

    @Test
    void built_in_patterns_hold_at_any_depth_and_say_so() {
        InMemoryProject project = InMemoryProject.withConnector()
                .files(
                        "configuration.json",
                        "destination.json",
                        "a/options.toml",
                        "crash-reports/x",
                        ".env",
                        "lib/a.py",
                        "deep/er/__pycache__/x.pyc",
                        "deep/include/y.h");

        assertThat(packaged(project)).containsExactly("configuration_form.pb", "connector.py");
        assertThat(excluded(project))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ".env", ".* (built-in)",
                        "configuration.json", "configuration.json (built-in)",
                        "destination.json", "destination.json (built-in)",
                        "a/options.toml", "options.toml (built-in)",
                        "crash-reports/", "crash-reports/ (built-in)",
                        "deep/er/__pycache__/", "__pycache__/ (built-in)",
                        "deep/include/", "include/ (built-in)",
                        "lib/", "lib/ (built-in)"));
    }

    @Test
    void an_exclusion_names_the_pattern_its_file_and_its_line() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "# logs\n\n  *.log  \n")
                .file("data/.gitignore", "/big.csv\n")
                .files("run.log", "data/big.csv", "data/small.csv");

        assertThat(excluded(project))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("run.log", "*.log (.gitignore:3)", "data/big.csv", "/big.csv (data/.gitignore:1)"));
    }

    @Test
    void ignore_files_themselves_are_always_packaged() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", ".gitignore\n")
                .file("data/.gitignore", "*\n")
                .files("data/x.csv");

        assertThat(packaged(project))
                .containsExactly(".gitignore", "configuration_form.pb", "connector.py", "data/.gitignore");
    }

    @Test
    void a_directory_named_like_an_ignore_file_is_none() {
        InMemoryProject project = InMemoryProject.withConnector().files(".gitignore/x");

        assertThat(packaged(project)).containsExactly("configuration_form.pb", "connector.py");
    }

    @Test
    void a_nested_pattern_reaches_no_further_than_its_directory() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file("a/.gitignore", "x.py\n/y.py\nd/z.py\n")
                .files("x.py", "y.py", "b/x.py")
                .files("a/x.py", "a/deep/er/x.py", "a/y.py", "a/deep/y.py", "a/d/z.py", "a/deep/d/z.py");

        assertThat(packaged(project)).contains("x.py", "y.py", "b/x.py", "a/deep/y.py");
        assertThat(excluded(project))
                .containsOnlyKeys("a/x.py", "a/deep/er/x.py", "a/y.py", "a/d/z.py", "a/deep/d/z.py");
    }

    @Test
    void a_nested_negation_reincludes_below_its_directory() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "*.csv\n")
                .file("a/.gitignore", "!keep.csv\n")
                .files("keep.csv", "a/keep.csv", "a/b/keep.csv", "a/drop.csv");

        assertThat(packaged(project)).contains("a/keep.csv", "a/b/keep.csv");
        assertThat(excluded(project)).containsOnlyKeys("keep.csv", "a/drop.csv");
    }

    @Test
    void an_ignored_directory_is_not_even_entered() {
        InMemoryProject project =
                InMemoryProject.withConnector().file(".gitignore", "data/\n").files("data/keep.csv", "data/deep/x.csv");

        assertThat(excluded(project)).containsExactly(Map.entry("data/", "data/ (.gitignore:1)"));
        assertThat(project.entered()).doesNotContain("data", "data/deep");
    }

    @Test
    void one_negation_opens_every_directory_and_each_file_is_decided_alone() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "data/\n!data/keep.csv\n")
                .files("data/keep.csv", "data/deep/x.csv", "lib/a.py");

        assertThat(packaged(project)).contains("data/keep.csv");
        assertThat(excluded(project)).containsOnlyKeys("data/deep/x.csv", "lib/a.py");
    }

    @Test
    void a_nested_negation_opens_no_directory_beside_its_own() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file("a/.gitignore", "!keep.csv\n")
                .file("b/lib/.gitignore", "!code.py\n")
                .files("a/x.csv", "b/lib/code.py", "lib/a.py");

        assertThat(packaged(project)).contains("a/.gitignore", "a/x.csv").doesNotContain("b/lib/.gitignore");
        assertThat(excluded(project)).containsOnlyKeys("b/lib/", "lib/");
        assertThat(project.entered()).doesNotContain("lib", "b/lib");
    }

    @Test
    void a_negation_that_is_no_pattern_opens_directories_as_any_other() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "![a\n")
                .file("lib/.gitignore", "!code.py\n")
                .files("lib/code.py");

        assertThat(packaged(project)).contains("lib/code.py");
    }

    @Test
    void a_line_is_stripped_of_all_that_python_takes_for_space() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "\u00A0a.csv\u0085\n\u2007b.csv\u202F\n\u001Fc.csv\u3000\n\u200Bd.csv\n")
                .files("a.csv", "b.csv", "c.csv", "d.csv");

        assertThat(excluded(project)).containsOnlyKeys("a.csv", "b.csv", "c.csv");
    }

    @Test
    void patterns_hold_in_their_directory_alone_even_if_its_name_reads_as_a_pattern() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file("[ab]/.gitignore", "x.csv\n")
                .files("a/x.csv", "b/x.csv");

        assertThat(packaged(project)).contains("a/x.csv", "b/x.csv");
    }

    @Test
    void patterns_below_a_directory_whose_name_begins_as_a_negation_reinclude() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "*.csv\n")
                .file("!a/.gitignore", "*.csv\n")
                .file("!a/lib/.gitignore", "x\n")
                .files("a/x.csv", "!a/x.csv");

        assertThat(packaged(project)).contains("!a/lib/.gitignore");
        assertThat(excluded(project)).containsOnlyKeys("!a/x.csv", "a/x.csv");
    }

    @Test
    void patterns_below_a_directory_whose_name_begins_with_space_hold_in_it() {
        InMemoryProject project =
                InMemoryProject.withConnector().file(" a/.gitignore", "*.csv\n").files("a/x.csv", " a/x.csv");

        assertThat(excluded(project)).containsOnlyKeys(" a/x.csv");
    }

    @Test
    void the_last_pattern_that_matches_wins() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "!a.py\n*.py\n!connector.py\n!lib/\n")
                .files("a.py", "lib/b.txt");

        assertThat(packaged(project)).contains("connector.py", "lib/b.txt").doesNotContain("a.py");
    }

    @Test
    void a_virtual_environment_never_goes_in_whatever_its_name_and_whatever_is_reincluded() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "!*.py\n")
                .files("myenv/pyvenv.cfg", "myenv/site.py");

        assertThat(packaged(project)).containsExactly(".gitignore", "configuration_form.pb", "connector.py");
        assertThat(excluded(project))
                .containsExactly(Map.entry("myenv/", "virtual environment (pyvenv.cfg) (built-in)"));
    }

    @Test
    void a_pyvenv_file_at_the_root_does_not_empty_the_archive() {
        InMemoryProject project = InMemoryProject.withConnector().files("pyvenv.cfg");

        assertThat(packaged(project)).contains("connector.py", "pyvenv.cfg");
    }

    @Test
    void a_directory_without_files_leaves_no_trace() {
        InMemoryProject project = InMemoryProject.withConnector().directory("empty");

        assertThat(packaged(project)).containsExactly("configuration_form.pb", "connector.py");
    }

    @Test
    void files_are_sorted_by_the_bytes_of_their_paths() {
        InMemoryProject project = InMemoryProject.withConnector()
                .files("b/x", "b.py", "é.py", "z.py", "Z.py", "b-x", "\uFF5E.py", "😀.py");

        assertThat(packaged(project))
                .containsExactly(
                        "Z.py",
                        "b-x",
                        "b.py",
                        "b/x",
                        "configuration_form.pb",
                        "connector.py",
                        "z.py",
                        "é.py",
                        "\uFF5E.py",
                        "😀.py");
    }

    private static List<String> packaged(InMemoryProject project) {
        return ConnectorProject.read(project).selection().files().stream()
                .map(ProjectFile::path)
                .toList();
    }

    private static Map<String, String> excluded(InMemoryProject project) {
        return ConnectorProject.read(project).selection().excluded().stream()
                .collect(Collectors.toMap(Exclusion::path, e -> e.reason().toString()));
    }
}
