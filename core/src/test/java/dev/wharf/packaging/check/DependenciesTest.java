package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.testkit.InMemoryProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependenciesTest {
    private static InMemoryProject project() {
        return InMemoryProject.withConnector();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a==1.0",
                "a===1.0",
                "a == 1.0 ; python_version < '3.12'",
                "a[x,y]==1.0",
                "a @ https://h/a.whl",
                "git+https://h/a.git#egg=a",
                "https://h/a-1.whl",
                "--index-url https://pypi.org/simple",
                "-e git+https://h/a.git",
                "a>=1 --hash=sha256:00",
                "a>=1 \\\n  --hash=sha256:00",
                "# a",
                "a (==1.0)",
                "-r https://h/more.txt",
                "a==1.0  # because",
                ""
            })
    void what_is_pinned_or_no_requirement_is_fine(String line) {
        assertThat(Checked.places(project().file("requirements.txt", line + "\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a>=1", "a~=1.0", "a[x]", "a ; python_version == '3.12'", "a==1.*", "a # ==1"})
    void what_is_not_pinned_is_warned_of(String line) {
        assertThat(Checked.places(project().file("requirements.txt", "\n" + line + "\r\n")))
                .containsExactly("WARNING unpinned-requirement requirements.txt:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests",
                "Requests==2.0",
                "fivetran-connector-sdk",
                "fivetran_connector_sdk==2.0",
                "grpcio.tools",
                "grpcio>=1 ; python_version > '3'",
                "requests[socks]==2.32"
            })
    void what_is_installed_anyway_is_warned_of(String line) {
        assertThat(Checked.places(project().file("requirements.txt", line)))
                .containsExactly("WARNING preinstalled-package requirements.txt:1");
    }

    @Test
    void included_files_and_constraints_are_followed_once() {
        assertThat(Checked.places(project()
                        .file("requirements.txt", "-r deps/more.txt\n-c ./versions.txt\na\n")
                        .file("deps/more.txt", "-r more.txt\n--requirement=other.txt\nb\n")
                        .file("deps/other.txt", "requests\n")
                        .file("versions.txt", "a==1\n")))
                .containsExactly(
                        "WARNING unpinned-requirement deps/more.txt:3",
                        "WARNING preinstalled-package deps/other.txt:1");
    }

    @Test
    void pyproject_wins_and_its_dependencies_are_looked_at() {
        String toml =
                """
                # [project]
                [tool.x]
                dependencies = ["no"]
                text = '''
                [project]
                '''
                [[other]]
                [project] # here
                name = "x"
                "dependencies" = [
                  "requests>=2", # "comment"
                  'a[b]==1',
                  "b",
                ]
                [project.optional-dependencies]
                dependencies = ["no"]
                """;

        assertThat(Checked.places(project().file("pyproject.toml", toml).file("requirements.txt", "a")))
                .containsExactly(
                        "WARNING preinstalled-package pyproject.toml:11",
                        "WARNING unpinned-requirement pyproject.toml:13",
                        "WARNING dependency-file requirements.txt");
        assertThat(Checked.places(project().file("pyproject.toml", "project.dependencies = [\"a\"]\r\n")))
                .containsExactly("WARNING unpinned-requirement pyproject.toml:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "[a\n", "a = [", "a = \"b", "a = [\"b\n"})
    void toml_that_cannot_be_read_is_warned_of(String toml) {
        assertThat(Checked.places(project().file("pyproject.toml", toml)))
                .singleElement()
                .asString()
                .startsWith("WARNING dependency-file pyproject.toml:");
    }
}
