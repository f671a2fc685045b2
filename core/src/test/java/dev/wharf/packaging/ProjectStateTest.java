package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.testkit.InMemoryProject;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** A project that somebody writes to while it is packaged. */
class ProjectStateTest {
    private final InMemoryProject project =
            InMemoryProject.withConnector().file("a.py", "one").file("b.py", "two");

    /** Reads the project and its findings, lets something happen to it, and reads its archive. */
    private byte[] archiveAfter(Runnable change) throws IOException {
        ConnectorProject read = ConnectorProject.read(project);
        try (InputStream archive = read.archive().open()) {
            change.run();
            return archive.readAllBytes();
        }
    }

    @Test
    void a_project_that_nobody_writes_to_is_packaged() throws IOException {
        assertThat(archiveAfter(() -> {})).isNotEmpty();
    }

    @Test
    void a_file_that_changes_is_named_even_if_its_size_stays() {
        assertThatThrownBy(() -> archiveAfter(() -> project.file("b.py", "TWO")))
                .isInstanceOf(ProjectChangedException.class)
                .hasMessage("b.py changed while it was being packaged");
    }

    @Test
    void a_file_whose_execute_bit_changes_is_named() {
        assertThatThrownBy(() -> archiveAfter(() -> project.executable("a.py")))
                .isInstanceOf(ProjectChangedException.class)
                .hasMessage("a.py changed while it was being packaged");
    }

    @Test
    void a_file_that_appears_is_named() {
        assertThatThrownBy(() -> archiveAfter(() -> project.file("c/d.py", "three")))
                .isInstanceOf(ProjectChangedException.class)
                .hasMessage("c/d.py appeared while the project was being packaged");
    }

    @Test
    void a_file_that_vanishes_once_it_was_read_is_named_before_the_last_byte_comes() {
        assertThatThrownBy(() -> {
                    ConnectorProject read = ConnectorProject.read(project);
                    InputStream archive = read.archive().open();
                    archive.skipNBytes(read.archiveBytes() - 1);
                    project.remove("a.py");
                    archive.read();
                })
                .isInstanceOf(ProjectChangedException.class)
                .hasMessage("a.py vanished while it was being packaged");
    }

    @Test
    void a_file_that_vanishes_before_it_is_read_is_named() {
        assertThatThrownBy(() -> archiveAfter(() -> project.remove("b.py")))
                .isInstanceOf(ProjectChangedException.class)
                .hasMessage("b.py vanished while it was being packaged");
    }

    @Test
    void a_file_that_cannot_be_read_and_did_not_change_is_another_failure() {
        RelayedProject tree = new RelayedProject(project) {
            private int opened;

            @Override
            public InputStream open(String path) throws IOException {
                if (path.equals("b.py") && opened++ > 0) {
                    throw new IOException("the disk is worn out");
                }
                return super.open(path);
            }
        };

        assertThatThrownBy(() -> ConnectorProject.read(tree).archive().open().readAllBytes())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the disk is worn out");
    }

    @Test
    void what_is_left_out_may_change_and_what_we_write_ourselves_may_appear() throws IOException {
        project.file(".gitignore", "*.log\n!.wharf-*\n");

        assertThat(archiveAfter(() -> project.file("x.log", "noise")
                        .file("files/project.zip", "an archive")
                        .file(".wharf-1.part", "half an archive")))
                .isNotEmpty();
    }
}
