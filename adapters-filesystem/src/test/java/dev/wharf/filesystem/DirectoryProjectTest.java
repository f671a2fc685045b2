package dev.wharf.filesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.model.EntryKind;
import dev.wharf.port.ProjectTree;
import dev.wharf.port.ProjectTree.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DirectoryProjectTest extends ProjectOnDisk {
    @Test
    void files_and_directories_are_listed_with_what_the_packaging_needs() throws IOException {
        ProjectTree tree = new DirectoryProject(project);

        assertThat(tree.list(""))
                .containsExactlyInAnyOrder(
                        new Entry("connector.py", false, false, 9), new Entry("lib", true, false, 0));
        assertThat(tree.list("lib"))
                .containsExactlyInAnyOrder(new Entry("run.sh", false, true, 3), new Entry("empty", true, false, 0));
        assertThat(tree.list("lib/empty")).isEmpty();
        assertThat(text(tree, "lib/run.sh")).isEqualTo("run");
    }

    @Test
    void only_the_owners_permission_makes_a_file_executable() throws IOException {
        Files.setPosixFilePermissions(project.resolve("lib/run.sh"), PosixFilePermissions.fromString("rw-r-xr-x"));

        assertThat(new DirectoryProject(project).list("lib")).contains(new Entry("run.sh", false, false, 3));
    }

    @Test
    void links_to_files_and_directories_are_what_they_lead_to() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("shared.py"), "shared");
        Files.createSymbolicLink(project.resolve("shared"), outside);
        Files.createSymbolicLink(project.resolve("link.sh"), Path.of("lib/run.sh"));
        ProjectTree tree = new DirectoryProject(project);

        assertThat(tree.list(""))
                .contains(
                        new Entry("shared", EntryKind.DIRECTORY, false, 0, outside.toString()),
                        new Entry("link.sh", false, true, 3));
        assertThat(tree.list("shared")).containsExactly(new Entry("shared.py", false, false, 6));
        assertThat(text(tree, "shared/shared.py")).isEqualTo("shared");
    }

    @Test
    void directories_that_lie_hundreds_deep_in_each_other_are_gone_through_without_asking_for_each_step_of_each_path()
            throws IOException {
        String deep = String.join("/", Collections.nCopies(500, "d"));
        Files.createDirectories(project.resolve(deep));
        Files.writeString(project.resolve(deep).resolve("data.txt"), "data");
        Files.createSymbolicLink(project.resolve(deep).resolve("up"), Path.of(".."));

        Map<String, Entry> all = walk(new DirectoryProject(project));

        assertThat(all)
                .containsEntry(deep + "/data.txt", new Entry("data.txt", false, false, 4))
                .containsEntry(deep + "/up", new Entry("up", EntryKind.LOOP, false, 0, ".."));
    }

    @Test
    void a_files_stamp_is_another_once_it_was_written_to_even_if_its_size_is_the_same() throws IOException {
        Path file = project.resolve("connector.py");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        ProjectTree tree = new DirectoryProject(project);
        String before = tree.stamp("connector.py");

        assertThat(tree.stamp("connector.py")).isEqualTo(before).isNotEmpty();
        Files.writeString(file, "CONNECTOR");
        assertThat(tree.stamp("connector.py")).isNotEqualTo(before);
        assertThat(tree.stamp("missing")).isEmpty();
    }

    @Test
    void paths_do_not_lead_out_of_the_project() {
        ProjectTree tree = new DirectoryProject(project.resolve("lib"));

        for (String path : new String[] {"..", "empty/../..", "/", "../lib", ".", "empty//", project.toString()}) {
            assertThat(tree.list(path)).as(path).isEmpty();
            assertThatThrownBy(() -> tree.open(path)).as(path).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> tree.open("../connector.py")).isInstanceOf(IOException.class);
    }

    @Test
    void the_same_project_through_a_link_and_on_another_file_system_has_the_same_entries() throws IOException {
        Files.setPosixFilePermissions(project.resolve("lib/run.sh"), PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(project.resolve("lib/up"), Path.of(".."));
        Path link = Files.createSymbolicLink(folder.resolve("link"), project);
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path copy = Files.createDirectories(memory.getPath("/copy"));
            Files.writeString(copy.resolve("connector.py"), "connector");
            Files.createDirectories(copy.resolve("lib/empty"));
            Files.writeString(copy.resolve("lib/run.sh"), "run");
            Files.createSymbolicLink(copy.resolve("lib/up"), memory.getPath(".."));

            Map<String, Entry> entries = walk(new DirectoryProject(project));

            assertThat(entries).hasSize(5).containsEntry("lib/up", new Entry("up", EntryKind.LOOP, false, 0, ".."));
            assertThat(walk(new DirectoryProject(link))).isEqualTo(entries);
            assertThat(walk(new DirectoryProject(copy))).isEqualTo(entries);
        }
    }

    @Test
    void a_project_is_called_as_its_directory_was_given() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), project);

        assertThat(new DirectoryProject(project).name()).isEqualTo("project");
        assertThat(new DirectoryProject(link).name()).isEqualTo("link");
        assertThat(new DirectoryProject(project.resolve(".")).name()).isEqualTo("project");
        assertThat(new DirectoryProject(link.resolve(".")).name()).isEqualTo("project");
        assertThat(new DirectoryProject(project.resolve("lib").resolve("..")).name())
                .isEqualTo("project");
        assertThat(new DirectoryProject(Path.of("")).name())
                .isEqualTo(Path.of("").toAbsolutePath().getFileName().toString());
        assertThat(new DirectoryProject(Path.of(".")).name())
                .isEqualTo(Path.of("").toRealPath().getFileName().toString());
        assertThat(new DirectoryProject(Path.of("/")).name()).isEqualTo("connector");
    }

    @Test
    void a_project_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> new DirectoryProject(folder.resolve("missing")))
                .isInstanceOf(InvalidProjectException.class);
        assertThatThrownBy(() -> new DirectoryProject(project.resolve("connector.py")))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage("There is no such project directory. Give the directory that holds connector.py.");
    }

    private static String text(ProjectTree tree, String path) throws IOException {
        try (InputStream in = tree.open(path)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
