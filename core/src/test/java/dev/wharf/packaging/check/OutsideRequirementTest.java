package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideRequirementTest {
    private static InMemoryProject project() {
        return InMemoryProject.withConnector();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-e .|without setup.py or pyproject.toml",
                "--editable=./tool[x]|does not have",
                "-e ../common|outside the project",
                "-r ../common.txt|outside the project",
                "-r missing.txt|does not have",
                "-c constraints.txt|does not have",
                "-c private/c.txt|left out of the archive by private/ (.gitignore:1)",
                "./tools/foo|without setup.py or pyproject.toml",
                "tools/absent|does not have",
                "../x|outside the project",
                "/srv/wheels/a-1-py3-none-any.whl|a path on one machine",
                "C:\\wheels\\a.whl|a path on one machine",
                "file:///srv/a.whl|a path on one machine",
                "foo @ file:///srv/foo|a path on one machine",
                "foo @ file:./absent.whl|does not have",
                "a-1-py3-none-any.whl|does not have",
                "wheels/b-1-py3-none-any.whl|does not have",
                "git+ssh://git@github.com/o/r.git|over SSH",
                "git+file:///srv/r.git|on one machine",
                "--index-url https://pypi.company.test/simple|not public",
                "--extra-index-url=https://nexus.company.test/simple|not public",
                "-i https://${TOKEN}@pypi.company.test/simple|has a variable",
                "--find-links ./absent|does not have",
                "-f https://wheels.company.test/|not public"
            })
    void what_leads_out_of_the_archive_is_told_with_its_line(String line, String message) {
        InMemoryProject project = project()
                .file("requirements.txt", "# ours\n" + line + "\n")
                .file(".gitignore", "private/\n")
                .files("private/c.txt", "tools/foo/a.py");

        Finding finding = Checked.only(project);
        assertThat(finding.rule()).isEqualTo(Rule.OUTSIDE_REQUIREMENT);
        assertThat(finding.place()).isEqualTo("requirements.txt:2");
        assertThat(finding.message()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-e ./tools/foo",
                "./tools/foo",
                "tools/foo[extra]",
                "wheels/a-1-py3-none-any.whl",
                "./wheels/a-1-py3-none-any.whl ; python_version > '3'",
                "-f ./wheels",
                "a @ https://h.test/a.whl",
                "git+https://github.com/o/r.git@main#egg=a",
                "--extra-index-url https://download.pytorch.org/whl/cpu",
                "--no-binary :all:",
                "--pre",
                "-c https://h.test/c.txt"
            })
    void what_goes_along_or_is_public_is_fine(String line) {
        assertThat(Checked.findings(project()
                        .file("requirements.txt", line + "\n")
                        .files("tools/foo/setup.py", "wheels/a-1-py3-none-any.whl")))
                .isEmpty();
    }

    @Test
    void a_password_in_an_index_is_a_secret_and_is_not_shown() {
        String password = "h0rse" + "-battery-staple";
        List<Finding> findings = Checked.findings(project()
                .file("requirements.txt", "--index-url https://ann:" + password + "@pypi.company.test/simple\n"));

        assertThat(findings).singleElement().satisfies(f -> assertThat(f.rule()).isEqualTo(Rule.SECRET));
        assertThat(Checked.findings(project().file("requirements.txt", "-i https://ann@pypi.company.test/simple\n")))
                .singleElement()
                .satisfies(f -> assertThat(f.message())
                        .contains("https://pypi.company.test")
                        .doesNotContain("ann@"));
    }

    @Test
    void paths_and_indexes_of_a_project_file_are_looked_at_too() {
        String toml =
                """
                [project]
                dependencies = ["foo @ file:///srv/foo", "bar==1"]
                [tool.uv.sources]
                bar = { path = "../bar" }
                baz = { index = "ours" }
                [[tool.uv.index]]
                name = "ours"
                url = "https://pypi.company.test/simple"
                """;

        assertThat(Checked.places(project().file("pyproject.toml", toml)))
                .containsExactly(
                        "WARNING outside-requirement pyproject.toml:2",
                        "WARNING outside-requirement pyproject.toml:4",
                        "WARNING outside-requirement pyproject.toml:8");
    }

    @Test
    void files_that_are_included_by_the_hundred_thousand_are_looked_up_one_by_one() {
        InMemoryProject project = InMemoryProject.withConnector();
        StringBuilder requirements = new StringBuilder("-r sub/first.txt\n");
        for (int i = 0; i < 100_000; i++) {
            requirements.append("-c missing-").append(i).append(".txt\n");
        }
        for (int i = 0; i < 5_000; i++) {
            project.file("data/" + i, "");
        }
        project.file("requirements.txt", requirements.toString())
                .file("sub/first.txt", "-r ../second.txt\n")
                .file("second.txt", "requests==2.32.0\n");

        assertThat(Checked.findings(project))
                .filteredOn(f -> f.rule() == Rule.PREINSTALLED_PACKAGE)
                .singleElement()
                .satisfies(f -> assertThat(f.place()).isEqualTo("second.txt:1"));
    }
}
