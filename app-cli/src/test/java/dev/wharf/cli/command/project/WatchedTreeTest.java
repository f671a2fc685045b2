package dev.wharf.cli.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.console.Progress;
import dev.wharf.cli.console.RecordedProgress;
import dev.wharf.testkit.InMemoryProject;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class WatchedTreeTest {
    @Test
    void a_file_that_is_read_twice_counts_once() throws Exception {
        InMemoryProject project = InMemoryProject.withConnector();
        project.file("data.csv", "0123456789");
        WatchedTree tree = new WatchedTree(project);
        RecordedProgress recorded = new RecordedProgress(20);

        try (Progress progress = recorded.progress()) {
            tree.show(progress);
            for (int times = 0; times < 2; times++) {
                try (InputStream content = tree.open("data.csv")) {
                    assertThat(content.readAllBytes()).hasSize(10);
                }
            }
        }

        assertThat(recorded.lastLine()).contains(" 50%", "10 bytes of 20 bytes");
    }
}
