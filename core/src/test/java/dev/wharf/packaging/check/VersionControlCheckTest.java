package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.packaging.PackagingOptions.ExecuteBits;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.port.VersionControl;
import dev.wharf.testkit.InMemoryProject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionControlCheckTest {
    private static final VersionControl.Recorded FILE = new VersionControl.Recorded(true, false, false);
    private static final VersionControl.Recorded SCRIPT = new VersionControl.Recorded(true, true, false);

    private final Known known = new Known();

    /** Says what it was told to say. */
    private static final class Known implements VersionControl {
        private final Map<String, Recorded> recorded = new HashMap<>(Map.of("connector.py", FILE));
        private final Map<String, IgnoredBy> ignored = new HashMap<>();

        @Override
        public Optional<Map<String, Recorded>> recorded() {
            return recorded.isEmpty() ? Optional.empty() : Optional.of(recorded);
        }

        @Override
        public Map<String, IgnoredBy> ignored(Collection<String> paths) {
            Map<String, IgnoredBy> answer = new HashMap<>(ignored);
            answer.keySet().retainAll(paths);
            return answer;
        }
    }

    private ConnectorProject read(InMemoryProject project, ExecuteBits bits) {
        return ConnectorProject.read(project, PackagingOptions.NONE.asking(known, bits));
    }

    private List<Finding> findings(InMemoryProject project) {
        return read(project, ExecuteBits.OF_FILES).findings();
    }

    private static InMemoryProject project() {
        return InMemoryProject.withConnector();
    }

    @Test
    void what_git_ignores_and_goes_in_is_told_by_pattern_file_and_line() {
        known.ignored.put("dump.csv", new VersionControl.IgnoredBy("*.csv", "../../.gitignore", 2));
        known.ignored.put("more.csv", new VersionControl.IgnoredBy("*.csv", "../../.gitignore", 2));
        known.ignored.put("notes.txt", new VersionControl.IgnoredBy("notes.txt", "../../.git/info/exclude", 7));

        List<Finding> findings = findings(project().files("dump.csv", "more.csv", "notes.txt"));

        assertThat(findings)
                .map(f -> f.severity() + " " + f.rule().code() + " " + f.place())
                .containsExactly(
                        "WARNING ignored-by-git ../../.git/info/exclude:7",
                        "WARNING ignored-by-git ../../.gitignore:2");
        assertThat(findings.get(1).message()).contains("'*.csv'", "dump.csv, more.csv.");
    }

    @Test
    void what_git_does_not_track_and_goes_in_is_told_once() {
        assertThat(findings(project().files("a.py", "b.py", "c.py", "d.py", "e.py")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.rule()).isEqualTo(Rule.UNTRACKED_FILE);
                    assertThat(f.place()).isEqualTo("a.py");
                    assertThat(f.message()).contains("b.py, c.py, d.py and 1 more");
                });
    }

    @Test
    void files_in_a_recorded_link_or_submodule_are_tracked_and_our_form_is_nobodys() {
        known.recorded.put("shared", new VersionControl.Recorded(false, false, false));
        known.recorded.put("module", new VersionControl.Recorded(false, false, true));

        assertThat(findings(project().files("shared/a.py", "module/b.py"))).isEmpty();
    }

    @Test
    void a_recorded_repository_that_is_not_there_is_a_submodule_that_was_not_fetched() {
        known.recorded.put("module", new VersionControl.Recorded(false, false, true));

        assertThat(findings(project().directory("module"))).singleElement().satisfies(f -> assertThat(f.rule())
                .isEqualTo(Rule.EMPTY_SUBMODULE));
    }

    @Test
    void a_connector_that_git_does_not_track_is_none_of_gits_matters() {
        known.recorded.clear();
        known.recorded.put("other.py", FILE);
        assertThat(findings(project().files("a.py"))).isEmpty();

        known.recorded.clear();
        assertThat(findings(project().files("a.py"))).isEmpty();
    }

    @Test
    void execute_bits_that_differ_from_the_recorded_ones_are_told_once() {
        known.recorded.put("run.sh", SCRIPT);
        known.recorded.put("same.sh", SCRIPT);
        known.recorded.put("plain.py", FILE);

        assertThat(findings(project()
                        .files("run.sh", "same.sh", "plain.py")
                        .executable("same.sh")
                        .executable("plain.py")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.rule()).isEqualTo(Rule.EXECUTE_BIT);
                    assertThat(f.place()).isEqualTo("plain.py");
                    assertThat(f.message()).contains("the same with run.sh");
                    assertThat(f.advice()).contains("--execute-bits git", "chmod -x plain.py");
                });
    }

    @Test
    void recorded_execute_bits_are_packaged_where_they_are_asked_for() throws Exception {
        known.recorded.put("run.sh", SCRIPT);
        InMemoryProject here =
                project().files("run.sh", "new.sh").executable("connector.py").executable("new.sh");
        InMemoryProject there =
                project().files("run.sh", "new.sh").executable("run.sh").executable("new.sh");

        ConnectorProject read = read(here, ExecuteBits.RECORDED);

        assertThat(read.files())
                .filteredOn(ProjectFile::isExecutable)
                .map(ProjectFile::path)
                .containsExactly("new.sh", "run.sh");
        assertThat(read.findings()).noneMatch(f -> f.rule() == Rule.EXECUTE_BIT);
        assertThat(read.archive().open().readAllBytes())
                .isEqualTo(read(there, ExecuteBits.RECORDED).archive().open().readAllBytes());
    }

    @Test
    void recorded_execute_bits_that_nobody_can_tell_are_an_error() {
        known.recorded.clear();

        assertThatThrownBy(() -> read(project(), ExecuteBits.RECORDED))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("cannot read the execute bits that git records");
    }
}
