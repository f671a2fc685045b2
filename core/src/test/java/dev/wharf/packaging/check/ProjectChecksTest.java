package dev.wharf.packaging.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.InMemoryProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectChecksTest {
    private static InMemoryProject project() {
        return InMemoryProject.withConnector();
    }

    @Test
    void a_plain_connector_has_no_findings() {
        assertThat(Checked.findings(project())).isEmpty();
    }

    @Test
    void errors_come_first_and_then_paths_and_lines() {
        assertThat(Checked.places(project()
                        .file("requirements.txt", "b\na\n")
                        .file("configuration.json", "{\"a\": \"\", \"a\": \"\",\n\"a\": \"\"}")
                        .files("drivers/x")))
                .containsExactly(
                        "ERROR drivers drivers",
                        "WARNING configuration-file configuration.json:1",
                        "WARNING configuration-file configuration.json:2",
                        "WARNING unpinned-requirement requirements.txt:1",
                        "WARNING unpinned-requirement requirements.txt:2");
    }

    @ParameterizedTest
    @CsvSource({
        "src/connector.py, Give the directory src",
        "Connector.py, Rename it to connector.py",
        "main.py, Give the directory that holds it"
    })
    void a_connector_elsewhere_is_pointed_at(String path, String advice) {
        assertThat(Checked.findings(new InMemoryProject().file(path, "x")))
                .singleElement()
                .satisfies(f -> assertThat(f.advice()).contains(advice));
    }

    @Test
    void an_ignored_connector_names_pattern_file_and_line() {
        assertThat(Checked.findings(project().file(".gitignore", "# no code\n*.py\n")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.place()).isEqualTo(".gitignore:2");
                    assertThat(f.message()).contains("'*.py'");
                });
    }

    @Test
    void whatever_is_wrong_with_a_configuration_only_warns_as_it_is_not_shipped() {
        for (String json :
                List.of("", "[]", "{\"a\": 1}", "// c\n{}", "{\"a\": \"b\"} x", " ".repeat(1 << 20) + "{}")) {
            assertThat(Checked.findings(project().file("configuration.json", json)))
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.severity()).isEqualTo(Severity.WARNING);
                        assertThat(f.rule()).isEqualTo(Rule.CONFIGURATION_FILE);
                    });
        }
    }

    @Test
    void a_configuration_in_any_encoding_that_a_deploy_reads_is_fine() {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            assertThat(Checked.findings(project().file("configuration.json", "{\"a\": \"ä\"}".getBytes(charset))))
                    .isEmpty();
            assertThat(Checked.findings(project().file("configuration.json", "\ufeff{\"a\": \"ä\"}".getBytes(charset))))
                    .isEmpty();
        }
        assertThat(Checked.places(project().file("configuration.json", "{\n\"a\": \"ä\"}".getBytes(ISO_8859_1))))
                .containsExactly("WARNING configuration-file configuration.json:2");
    }

    @Test
    void directories_of_code_that_are_left_out_are_named_with_who_imports_them() {
        InMemoryProject project = new InMemoryProject()
                .file("connector.py", "from lib.api import call\nconnector = 1\n")
                .file("a/b.py", "from . import include\n")
                .files("lib/deep/api.py", "a/include/x.py", "files/warehouse.db", "include/x.h", "venv/lib/x.py")
                .files("venv/pyvenv.cfg");

        List<Finding> findings = Checked.findings(project);

        assertThat(findings).map(Finding::path).containsExactly("a/include", "lib");
        assertThat(findings.get(0).message()).contains("a/b.py:1 imports it");
        assertThat(findings.get(1).message()).contains("connector.py:1 imports it");
        assertThat(findings.get(1).advice()).contains("lib_code");
    }

    @Test
    void they_are_named_too_where_some_pattern_re_includes() {
        assertThat(Checked.places(project()
                        .file(".gitignore", "!kept.txt\n")
                        .files("lib/a.py", "lib/b.py", "a/files/c.py", "files/kept.txt", "include/x.h")))
                .containsExactly("WARNING left-out-code a/files", "WARNING left-out-code lib");
    }

    @Test
    void an_archive_that_is_too_large_names_the_largest_files() {
        InMemoryProject tree = project().files("a.bin", "data/large.bin", "b", "c.py");
        CheckedProject large = new CheckedProject(tree, Selection.of(tree), Set.of(), 300 << 20, 200 << 20);

        assertThat(ProjectCheck.check(large)).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(Rule.ARCHIVE_SIZE);
            assertThat(f.message()).contains("300 MiB", "200 MiB", "data/large.bin", "connector.py", "a.bin");
        });
    }

    @Test
    void a_file_that_cannot_be_read_is_an_error() {
        InMemoryProject tree = project().files("data.csv", "configuration.json");
        Unreadable unreadable = new Unreadable(tree);

        assertThat(ConnectorProject.read(unreadable).findings())
                .map(f -> f.severity() + " " + f.rule().code() + " " + f.path())
                .containsExactly(
                        "ERROR unreadable-file connector.py",
                        "ERROR unreadable-file data.csv",
                        "WARNING unreadable-file configuration.json",
                        "WARNING unreadable-file connector.py");
    }

    @Test
    void findings_are_computed_once_and_only_when_asked_for() {
        ConnectorProject read = ConnectorProject.read(project());

        assertThat(read.findings()).isSameAs(read.findings());
    }

    @Test
    void a_form_of_the_options_replaces_the_projects_own() throws IOException {
        ArchiveSource form = ArchiveSource.of("given".getBytes(UTF_8));
        InMemoryProject tree =
                Checked.connector("connector = Connector(configuration_form=f)").file("configuration_form.pb", "");

        ConnectorProject read = ConnectorProject.read(tree, new PackagingOptions(Set.of(), form));

        assertThat(read.findings()).isEmpty();
        assertThat(read.archiveBytes()).isEqualTo(archived(read).length);
        assertThat(new String(archived(read), ISO_8859_1)).contains("configuration_form.pbgiven");
    }

    @Test
    void a_form_of_unknown_size_is_measured_and_one_that_cannot_be_read_is_refused() {
        ArchiveSource unknown = source(() -> InputStream.nullInputStream());
        ArchiveSource broken = source(() -> {
            throw new IOException("gone");
        });

        assertThat(ConnectorProject.read(project(), new PackagingOptions(Set.of(), unknown))
                        .selection()
                        .contains("configuration_form.pb"))
                .isTrue();
        assertThatThrownBy(() -> ConnectorProject.read(project(), new PackagingOptions(Set.of(), broken)))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("configuration form");
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static ArchiveSource source(Opening opening) {
        return new ArchiveSource() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }
        };
    }

    private static byte[] archived(ConnectorProject project) throws IOException {
        try (InputStream archive = project.archive().open()) {
            return archive.readAllBytes();
        }
    }

    private record Unreadable(InMemoryProject tree) implements dev.wharf.port.ProjectTree {
        @Override
        public String name() {
            return tree.name();
        }

        @Override
        public List<Entry> list(String directory) {
            return tree.list(directory);
        }

        @Override
        public InputStream open(String path) throws IOException {
            throw new IOException("permission denied");
        }
    }
}
