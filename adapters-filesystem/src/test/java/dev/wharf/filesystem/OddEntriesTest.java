package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.model.EntryKind;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.port.ProjectTree;
import dev.wharf.port.ProjectTree.Entry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OddEntriesTest extends ProjectOnDisk {
    @Test
    void directories_that_lead_back_into_themselves_are_told_apart_so_that_a_walk_ends() throws IOException {
        Files.createSymbolicLink(project.resolve("self"), Path.of("."));
        Files.createSymbolicLink(project.resolve("lib/up"), Path.of(".."));
        Files.createSymbolicLink(project.resolve("lib/empty/lib"), project.resolve("lib"));
        Files.createSymbolicLink(project.resolve("parent"), Path.of(".."));
        Files.createSymbolicLink(project.resolve("again"), Path.of("lib"));

        Map<String, Entry> all = walk(new DirectoryProject(project));

        assertThat(all)
                .containsEntry("self", new Entry("self", EntryKind.LOOP, false, 0, "."))
                .containsEntry("lib/up", new Entry("up", EntryKind.LOOP, false, 0, ".."))
                .containsEntry("parent/project", new Entry("project", EntryKind.LOOP, false, 0, null));
        all.values().removeIf(entry -> entry.kind() == EntryKind.LOOP);
        assertThat(all.keySet())
                .containsExactlyInAnyOrder(
                        "connector.py",
                        "lib",
                        "lib/run.sh",
                        "lib/empty",
                        "parent",
                        "again",
                        "again/run.sh",
                        "again/empty");
    }

    @Test
    void broken_links_links_to_themselves_and_special_files_are_told_apart() throws Exception {
        Files.createSymbolicLink(project.resolve("broken"), Path.of("nowhere"));
        Files.createSymbolicLink(project.resolve("circle"), Path.of("circle"));
        Files.createSymbolicLink(project.resolve("below-a-file"), Path.of("connector.py/x"));
        Files.createSymbolicLink(project.resolve("null"), Path.of("/dev/null"));
        Path pipe = project.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(new DirectoryProject(project).list(""))
                .containsExactlyInAnyOrder(
                        new Entry("connector.py", false, false, 9),
                        new Entry("lib", true, false, 0),
                        new Entry("broken", EntryKind.BROKEN_LINK, false, 0, "nowhere"),
                        new Entry("circle", EntryKind.BROKEN_LINK, false, 0, "circle"),
                        new Entry("below-a-file", EntryKind.BROKEN_LINK, false, 0, "connector.py/x"),
                        new Entry("null", EntryKind.SPECIAL, false, 0, "/dev/null"),
                        new Entry("pipe", EntryKind.SPECIAL, false, 0, null));
    }

    @Test
    void what_cannot_be_listed_has_no_entries() {
        ProjectTree tree = new DirectoryProject(project);

        assertThat(tree.list("missing")).isEmpty();
        assertThat(tree.list("connector.py")).isEmpty();
    }

    @Test
    void a_name_that_is_not_utf_8_is_told_as_such_and_refused_only_where_it_would_go_in() throws IOException {
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        Files.createDirectories(project.resolve("files"));
        Files.createFile(Path.of(URI.create(project.toUri() + "files/%E9.csv")));

        assertThat(new DirectoryProject(project).list("files"))
                .extracting(Entry::kind)
                .containsExactly(EntryKind.MISNAMED);
        assertThat(ConnectorProject.read(new DirectoryProject(project)).findings())
                .isEmpty();

        Files.createFile(Path.of(URI.create(project.toUri() + "%E9.py")));
        assertThatThrownBy(() ->
                        ConnectorProject.read(new DirectoryProject(project)).archive())
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("name is not UTF-8")
                .hasMessageContaining("Rename it.");

        Files.writeString(project.resolve(".gitignore"), "*.py\n!connector.py\n");
        assertThat(ConnectorProject.read(new DirectoryProject(project)).findings())
                .isEmpty();
    }
}
