package dev.wharf.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.testkit.InMemoryProject;
import java.util.List;

class IgnoreRulesFuzzTest {
    @FuzzTest
    void any_ignore_files_are_refused_or_decide_about_every_file(FuzzedDataProvider data) {
        InMemoryProject project = InMemoryProject.withConnector()
                .files("a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "lib/x.py", "b/a/b/a/b/a/b/a/b/c", "b/é.py");
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            project.files(path(data.consumeString(20)));
        }
        project.file("b/.gitignore", data.consumeBytes(data.consumeInt(0, 100)));
        project.file(".gitignore", data.consumeRemainingAsBytes());
        Selection selection;
        try {
            selection = Selection.of(project);
        } catch (InvalidProjectException refused) {
            assertThat(refused.getMessage()).contains(".gitignore");
            return;
        }
        List<String> files = selection.files().stream().map(ProjectFile::path).toList();
        assertThat(files).doesNotHaveDuplicates().contains(".gitignore");
        selection.excluded().stream().map(Exclusion::path).forEach(path -> assertThat(files)
                .doesNotContain(path));
    }

    /** No empty parts, and nothing that is a directory of the project already. */
    private static String path(String text) {
        String parts = String.join(
                        "/", text.lines().filter(line -> !line.isBlank()).toList())
                .replaceAll("/+", "/");
        return "x/" + parts.replaceAll("^/|/$", "") + "x";
    }
}
