package dev.wharf.packaging.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.model.EntryKind;
import dev.wharf.port.ProjectTree;
import dev.wharf.testkit.InMemoryProject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectWalkTest {
    private static final WalkLimits LIMITS = new WalkLimits(1000, 20, Duration.ofHours(1));

    private static InMemoryProject project() {
        return InMemoryProject.withConnector();
    }

    @Test
    void what_no_archive_can_hold_is_left_out_and_says_why() {
        Selection selection = Selection.of(project()
                .files("sub/a.py")
                .other("gone", EntryKind.BROKEN_LINK, "../gone")
                .other("sub/up", EntryKind.LOOP, "..")
                .other("pipe", EntryKind.SPECIAL, null)
                .other("null", EntryKind.SPECIAL, "/dev/null")
                .other("closed", EntryKind.UNREADABLE_DIRECTORY, null)
                .other("sub/dark", EntryKind.UNREADABLE, null));

        assertThat(selection.files()).map(ProjectFile::path).containsExactly("connector.py", "sub/a.py");
        assertThat(selection.excluded())
                .map(e -> e.path() + " | " + e.reason().cause().code() + " | " + e.reason())
                .containsExactly(
                        "closed/ | unreadable-directory | a directory that Wharf may not list",
                        "gone | broken-link | a broken link (to ../gone)",
                        "null | special-file | a pipe, socket or device, a link to /dev/null",
                        "pipe | special-file | a pipe, socket or device",
                        "sub/dark | unreadable | a file that Wharf may not read",
                        "sub/up/ | link-loop | a directory that links back to itself, a link to ..");
    }

    @Test
    void a_pattern_comes_before_what_a_thing_is() {
        Selection selection = Selection.of(project()
                .file(".gitignore", "gone\nclosed/\n")
                .other("gone", EntryKind.BROKEN_LINK, "x")
                .other("closed", EntryKind.UNREADABLE_DIRECTORY, null)
                .other(".socket", EntryKind.SPECIAL, null));

        assertThat(selection.excluded())
                .map(e -> e.reason().toString())
                .containsExactlyInAnyOrder("gone (.gitignore:1)", "closed/ (.gitignore:2)", ".* (built-in)");
    }

    @Test
    void an_ignore_file_always_goes_in_so_one_that_cannot_be_read_is_no_pattern_s_matter() {
        Selection selection = Selection.of(project().other(".gitignore", EntryKind.BROKEN_LINK, "gone"));

        assertThat(selection.excluded())
                .singleElement()
                .satisfies(e -> assertThat(e.reason().cause()).isEqualTo(Exclusion.Cause.BROKEN_LINK));
    }

    @Test
    void a_directory_named_like_the_mark_of_an_environment_makes_its_parent_one() {
        Selection selection = Selection.of(project().files("env/a.py").directory("env/pyvenv.cfg"));

        assertThat(selection.excluded()).map(Exclusion::path).containsExactly("env/");
    }

    @Test
    void links_out_of_the_project_are_followed_and_told() {
        Selection selection = Selection.of(project()
                .files("shared/a.py", "ignored/b.py")
                .link("shared", "../../common")
                .link("ignored", "/elsewhere")
                .file(".gitignore", "ignored\n"));

        assertThat(selection.files()).map(ProjectFile::path).contains("shared/a.py");
        assertThat(selection.outsideLinks()).containsExactly(new OutsideLink("shared", "../../common"));
    }

    @Test
    void a_walk_that_meets_too_many_entries_ends_and_names_where_most_of_them_are() {
        InMemoryProject project = project().files("a/b.py").link("proc", "/proc");
        for (int i = 0; i < 1000; i++) {
            project.files("proc/" + i + "/stat");
        }

        assertThatThrownBy(() -> Selection.of(project, LIMITS))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageStartingWith(
                        "The project cannot be read completely: it has more than 1000 files and directories")
                .hasMessageContaining("below proc, a link to /proc")
                .hasMessageContaining("list it in .gitignore")
                .hasMessageContaining("--max-entries");
    }

    @Test
    void a_walk_without_end_ends_at_its_greatest_depth() {
        assertThatThrownBy(() -> Selection.of(new Endless(), LIMITS))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("more than 20 nested directories")
                .hasMessageContaining("below deeper (at deeper/deeper/");
    }

    @Test
    void a_walk_that_has_no_time_left_ends_and_names_where_it_was() {
        assertThatThrownBy(() -> Selection.of(project(), new WalkLimits(1000, 20, Duration.ZERO)))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("it takes longer than 0 s")
                .hasMessageContaining("--max-walk-time");
    }

    @Test
    void a_walk_within_its_limits_is_not_hindered() {
        assertThat(Selection.of(project().files("a/b/c.py"), new WalkLimits(4, 2, Duration.ofHours(1)))
                        .files())
                .hasSize(2);
    }

    @Test
    void an_ignore_file_in_utf_16_is_called_so() {
        byte[] utf16 = "\ufeffa\n".getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> Selection.of(project().file(".gitignore", utf16)))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage(".gitignore is not UTF-8 text but UTF-16, as some editors and shells write it."
                        + " Save the file as UTF-8.");
    }

    /** A directory that holds itself, and does not say so. */
    private static final class Endless implements ProjectTree {
        @Override
        public String name() {
            return "endless";
        }

        @Override
        public List<Entry> list(String directory) {
            return List.of(new Entry("deeper", true, false, 0));
        }

        @Override
        public InputStream open(String path) {
            return InputStream.nullInputStream();
        }
    }
}
