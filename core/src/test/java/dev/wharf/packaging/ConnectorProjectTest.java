package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.testkit.InMemoryProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorProjectTest {
    @Test
    void a_project_is_called_like_its_directory() {
        assertThat(ConnectorProject.read(InMemoryProject.withConnector()).name())
                .isEqualTo("project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connector.py", "src/connector.py", "main.py"})
    void a_project_needs_its_connector_at_the_root_in_lower_case(String only) {
        assertRefused(new InMemoryProject().files(only), "connector.py");
    }

    @Test
    void a_directory_named_connector_py_is_no_connector() {
        assertRefused(new InMemoryProject().files("connector.py/x"), "connector.py");
    }

    @Test
    void an_ignored_connector_is_refused() {
        assertRefused(InMemoryProject.withConnector().file(".gitignore", "*.py\n"), "connector.py is ignored");
    }

    @Test
    void drivers_need_their_installation_script() {
        assertRefused(InMemoryProject.withConnector().files("drivers/odbc.deb"), "installation.sh");

        InMemoryProject complete = InMemoryProject.withConnector().files("drivers/installation.sh");
        assertThat(ConnectorProject.read(complete).selection().files())
                .map(ProjectFile::path)
                .contains("drivers/installation.sh");
    }

    @Test
    void a_file_named_drivers_needs_nothing() {
        assertThat(ConnectorProject.read(InMemoryProject.withConnector().files("drivers"))
                        .selection()
                        .files())
                .map(ProjectFile::path)
                .contains("drivers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trailing\\", "[z-a].py", "a\\/b"})
    void a_pattern_that_cannot_be_read_is_named_with_its_file_and_line(String pattern) {
        assertRefused(
                InMemoryProject.withConnector().file("data/.gitignore", "fine\n\n" + pattern + "\n"),
                "data/.gitignore, line 3: the pattern '" + pattern + "'");
    }

    @Test
    void an_ignore_file_that_is_no_utf_8_is_named() {
        byte[] latin1 = "größe\n".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(InMemoryProject.withConnector().file("a/.gitignore", latin1), "a/.gitignore is not UTF-8");
    }

    @Test
    void an_ignore_file_that_cannot_be_opened_is_named() {
        InMemoryProject project = InMemoryProject.withConnector().files(".gitignore");
        RelayedProject unreadable = new RelayedProject(project) {
            @Override
            public InputStream open(String path) throws IOException {
                throw new IOException("permission denied");
            }
        };

        assertThatThrownBy(() -> ConnectorProject.read(unreadable))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining(".gitignore cannot be read");
    }

    @Test
    void ignore_files_may_end_their_lines_as_windows_does() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file(".gitignore", "*.log\r\n*.tmp")
                .files("a.log", "a.tmp");

        assertThat(ConnectorProject.read(project).selection().files())
                .map(ProjectFile::path)
                .containsExactly(".gitignore", "configuration_form.pb", "connector.py");
    }

    @Test
    void a_form_of_its_own_goes_in_once_and_as_it_is() throws IOException {
        InMemoryProject project = InMemoryProject.withConnector().file("configuration_form.pb", "a form");

        ConnectorProject read = ConnectorProject.read(project);

        assertThat(read.selection().files())
                .map(ProjectFile::path)
                .containsExactly("configuration_form.pb", "connector.py");
        try (InputStream archive = read.archive().open()) {
            assertThat(new String(archive.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("a form");
        }
    }

    @Test
    void more_files_than_an_archive_can_have_are_refused() {
        InMemoryProject project = InMemoryProject.withConnector();
        for (int i = 0; i < ArchiveLimits.DEFAULT.maxEntries() - 1; i++) {
            project.file("d" + i % 300 + "_" + i, new byte[0]);
        }

        assertRefused(project, "65536 files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"back\\slash.py", "C:drive.py"})
    void a_name_that_no_archive_may_hold_is_a_fault_of_the_project(String name) {
        assertRefused(InMemoryProject.withConnector().files(name), name);
    }

    @Test
    void a_path_that_is_too_long_for_an_archive_is_refused() {
        assertRefused(InMemoryProject.withConnector().files(("d".repeat(250) + "/").repeat(270) + "x"), "too long");
    }

    @Test
    void a_selection_cannot_be_changed_from_outside() {
        List<ProjectFile> files = ConnectorProject.read(InMemoryProject.withConnector())
                .selection()
                .files();

        assertThatThrownBy(files::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void assertRefused(InMemoryProject project, String saying) {
        assertThatThrownBy(() -> ConnectorProject.read(project).archive())
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining(saying);
    }
}
