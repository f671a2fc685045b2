package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.testkit.InMemoryProject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project says that it depends on, and where that leads. */
class DependencyChecksTest {
    private static final String PANDAS = "import pandas\nconnector = Connector(update=update)\n";

    private static InMemoryProject project() {
        return InMemoryProject.withConnector();
    }

    private static InMemoryProject importing(String toml) {
        return Checked.plain(PANDAS).file("pyproject.toml", toml);
    }

    @Test
    void a_project_file_of_tools_only_is_named_where_a_package_is_missing() {
        Finding finding = Checked.only(importing("[tool.ruff]\nline-length = 100\n"));

        assertThat(finding.place()).isEqualTo("connector.py:1");
        assertThat(finding.advice()).contains("pandas, to 'dependencies' in [project] of pyproject.toml");
        assertThat(Checked.findings(project().file("pyproject.toml", "[tool.ruff]\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[tool.poetry]/name=\"x\"/[tool.poetry.dependencies]/python = \"^3.12\"/pandas ="
                        + " \"^2\"|3|[tool.poetry.dependencies]: pandas",
                "[project]/dynamic=[\"dependencies\"]|2|'dynamic'",
                "[project]/name=\"x\"/[project.optional-dependencies]/all=[\"pandas==2.0\"]|3|[project.optional-dependencies]:"
                        + " pandas==2.0",
                "[project]/dependencies=\"pandas\"|2|not an array",
                "[project]/[project.dependencies]/pandas=\"2.0\"|2|not an array",
                "[dependency-groups]/main=[\"pandas==2.0\"]|1|[dependency-groups]"
            })
    void dependencies_that_are_declared_elsewhere_are_told_once_with_their_line(String toml, int line, String named) {
        Finding finding = Checked.only(importing(toml.replace('/', '\n') + "\n"));

        assertThat(finding.rule()).isEqualTo(Rule.DEPENDENCY_FILE);
        assertThat(finding.place()).isEqualTo("pyproject.toml:" + line);
        assertThat(finding.message()).contains(named);
    }

    @Test
    void tools_that_only_the_developer_needs_are_no_dependencies() {
        assertThat(Checked.findings(project()
                        .file(
                                "pyproject.toml",
                                "[dependency-groups]\ndev = [\"pytest\"]\n[tool.poetry]\nname = \"x\"\n")))
                .isEmpty();
    }

    @Test
    void requirements_beside_a_project_file_that_declares_nothing_are_named() {
        Finding finding = Checked.only(importing("").file("requirements.txt", "pandas==2.0\n"));

        assertThat(finding.place()).isEqualTo("requirements.txt");
        assertThat(finding.message()).contains("declares no dependencies: pandas will not be installed");
    }

    @Test
    void a_project_file_that_is_broken_says_where() {
        assertThat(Checked.places(importing("[project\nname=\"x\"\n")))
                .contains("WARNING dependency-file pyproject.toml:1");
    }

    @Test
    void a_lock_that_was_made_for_something_else_is_named() {
        String toml =
                "[project]\nname=\"x\"\ndependencies=[\"pandas==2.0\", \"a==1.*\", \"b>=1 ; sys_platform == 'x'\"]\n";
        String lock =
                """
                version = 1
                [[package]]
                name = "pandas"
                version = "1.5.0"
                [[package]]
                name = "a"
                version = "1.7"
                [[package]]
                name = "B"
                version = "2.0rc1"
                """;

        List<Finding> findings = Checked.findings(importing(toml).file("uv.lock", lock));

        assertThat(findings)
                .filteredOn(f -> "uv.lock".equals(f.path()))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.place()).isEqualTo("uv.lock:4");
                    assertThat(f.message()).contains("pandas 1.5.0", "line 3", "pandas==2.0");
                });
        assertThat(Checked.places(importing(toml).file("uv.lock", lock.replace("pandas", "polars"))))
                .contains("WARNING dependency-file uv.lock");
        assertThat(Checked.places(importing(toml).file("uv.lock", lock.replace("1.5.0", "2.0.0"))))
                .noneMatch(place -> place.contains("uv.lock"));
    }

    private static List<Finding> under(String python, InMemoryProject project) {
        return ConnectorProject.read(project, PackagingOptions.NONE.runningUnder(python))
                .findings();
    }

    @ParameterizedTest
    @CsvSource({">=3.13,3.11,1", ">=3.13,3.13,0", "'>=3.10,<3.12',3.12,1", "==3.12.*,3.12,0", ">=3.9,,0", "<3.10,,1"})
    void a_required_python_that_is_not_the_wanted_one_is_told(String required, String wanted, int findings) {
        InMemoryProject project =
                project().file("pyproject.toml", "[project]\nname = \"x\"\nrequires-python = \"" + required + "\"\n");

        assertThat(under(wanted, project)).hasSize(findings).allSatisfy(f -> {
            assertThat(f.rule()).isEqualTo(Rule.PYTHON_VERSION);
            assertThat(f.place()).isEqualTo("pyproject.toml:3");
        });
    }

    @Test
    void a_pinned_python_that_is_not_the_wanted_one_is_told() {
        InMemoryProject project = project().file(".python-version", "# local\n3.12.4\n");

        assertThat(under("3.14", project)).singleElement().satisfies(f -> {
            assertThat(f.place()).isEqualTo(".python-version:2");
            assertThat(f.message()).contains("3.12", "3.14");
        });
        assertThat(under("3.12", project)).isEmpty();
        assertThat(Checked.findings(project)).isEmpty();
        assertThat(under("3.14", project().file(".python-version", "system\n"))).isEmpty();
    }

    @Test
    void a_file_that_is_included_from_the_directory_above_is_decoded_too() {
        InMemoryProject project = InMemoryProject.withConnector()
                .file("requirements.txt", "-r sub/first.txt\n")
                .file("sub/first.txt", "-r ../second.txt\n")
                .file("second.txt", "pandas==2.2.0 # \u00e9\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(Checked.findings(project))
                .filteredOn(f -> f.rule() == Rule.DEPENDENCY_FILE)
                .singleElement()
                .satisfies(f -> assertThat(f.place()).isEqualTo("second.txt:1"));
    }
}
