package dev.wharf.cli.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.filesystem.TargetFile;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.InMemoryProject;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void a_project_that_changed_while_it_was_packaged_is_named_with_its_file() throws Exception {
        InMemoryProject project = InMemoryProject.withConnector();
        ArchiveSource archive = ConnectorProject.read(project).archive();
        project.file("late.py", "x");

        try (TargetFile target = TargetFile.at(directory.resolve("x.zip"));
                InputStream bytes = archive.open()) {
            InterruptedTransferException failure =
                    catchThrowableOfType(InterruptedTransferException.class, () -> target.receive(bytes));

            assertThat(ProjectDirectory.named(Path.of("tides"), failure))
                    .isInstanceOf(InvalidProjectException.class)
                    .hasMessage(
                            "tides: late.py appeared while the project was being packaged. Wait until nothing writes to"
                                    + " the project, then run the command again.");
        }
    }

    @Test
    void another_failure_stays_what_it_is() {
        InterruptedTransferException failure = new InterruptedTransferException("the disk", null);

        assertThat(ProjectDirectory.named(directory, failure)).isSameAs(failure);
    }
}
