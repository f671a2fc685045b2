package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.testkit.InMemoryProject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleProjectsTest {
    static List<String> projects() {
        return TestLines.of("example-projects.tsv");
    }

    @Test
    void all_examples_are_there() {
        assertThat(projects()).hasSize(73);
    }

    @ParameterizedTest
    @MethodSource("projects")
    void packages_what_the_vendor_packages(String project) {
        InMemoryProject tree = new InMemoryProject();
        List<String> included = new ArrayList<>(List.of(ConnectorProject.FORM));
        List<String> excluded = new ArrayList<>();
        for (String field : List.of(project.split("\t")).subList(1, project.split("\t").length)) {
            String path = field.substring(1);
            (field.startsWith("+") ? included : excluded).add(path);
            tree.file(path.endsWith("/") ? path + "x" : path, "");
        }

        Selection selection = ConnectorProject.read(tree).selection();

        assertThat(selection.files()).map(ProjectFile::path).containsExactlyInAnyOrderElementsOf(included);
        assertThat(selection.excluded()).map(Exclusion::path).containsExactlyInAnyOrderElementsOf(excluded);
    }
}
