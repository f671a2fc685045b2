package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.EntryKind;
import dev.wharf.testkit.InMemoryProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out about a project's directory: links, directories, and what its ignore files say. */
class FolderChecksTest {
    private static final String CONNECTOR = "connector = Connector(update=update)\n";

    private static InMemoryProject importing(String statements) {
        return Checked.connector(statements + "\n" + CONNECTOR);
    }

    private static InMemoryProject project() {
        return importing("");
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN_LINK, ERROR broken-link x.py",
        "LOOP, ERROR broken-link x.py",
        "SPECIAL, ERROR special-file x.py",
        "UNREADABLE, ERROR unreadable-file x.py",
        "MISNAMED, ERROR unreadable-file x.py",
        "UNREADABLE_DIRECTORY, WARNING unreadable-file x.py"
    })
    void what_cannot_be_packaged_is_an_error_where_the_vendors_packager_fails_too(EntryKind kind, String expected) {
        assertThat(Checked.places(project().other("x.py", kind, null))).containsExactly(expected);
        assertThat(Checked.places(project().other("x.py", kind, null).file(".gitignore", "x.py\n")))
                .as("ignored")
                .isEmpty();
    }

    @Test
    void a_directory_that_may_not_be_listed_is_an_error_once_something_imports_it() {
        Finding finding = Checked.only(
                importing("from shared.api import get").other("shared", EntryKind.UNREADABLE_DIRECTORY, null));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).contains("connector.py:1 imports it");
    }

    @Test
    void a_broken_link_says_where_it_leads_and_who_imports_it() {
        Finding finding =
                Checked.only(importing("import helper").other("helper.py", EntryKind.BROKEN_LINK, "../gone.py"));

        assertThat(finding.toString())
                .isEqualTo("helper.py: It is a broken link (to ../gone.py), so it cannot go into the archive."
                        + " connector.py:1 imports it. Create its target, or remove it.");
    }

    @Test
    void a_connector_that_is_no_file_is_said_once() {
        assertThat(Checked.places(new InMemoryProject().other("connector.py", EntryKind.BROKEN_LINK, "gone.py")))
                .containsExactly("ERROR broken-link connector.py");
    }

    @Test
    void what_must_go_in_is_not_to_be_listed_in_an_ignore_file() {
        assertThat(Checked.findings(project().other(".gitignore", EntryKind.SPECIAL, null)))
                .singleElement()
                .satisfies(f -> assertThat(f.advice()).isEqualTo("Remove it, or replace it with a file."));
        assertThat(Checked.findings(new InMemoryProject().other("connector.py", EntryKind.BROKEN_LINK, "x")))
                .singleElement()
                .satisfies(f -> assertThat(f.advice()).doesNotContain("list it"));
    }

    @Test
    void many_things_that_cannot_be_packaged_are_counted() {
        InMemoryProject project = project();
        for (int i = 0; i < 25; i++) {
            project.other("sub" + i, EntryKind.UNREADABLE, null);
        }

        assertThat(Checked.findings(project)).hasSize(21).anyMatch(f -> f.message()
                .startsWith("5 more entries"));
    }

    @Test
    void a_link_out_of_the_project_is_warned_of_if_it_is_absolute() {
        assertThat(Checked.findings(project().files("shared/a.py").link("shared", "../common")))
                .isEmpty();

        Finding finding =
                Checked.only(project().files("shared/a.py", "shared/b.py").link("shared", "/home/ann/common"));
        assertThat(finding.rule()).isEqualTo(Rule.OUTSIDE_LINK);
        assertThat(finding.place()).isEqualTo("shared");
        assertThat(finding.message()).contains("/home/ann/common: 2 files (44 bytes)");
    }

    @Test
    void a_submodule_that_was_not_fetched_is_an_error_only_if_it_is_imported() {
        String modules = "[submodule \"c\"]\n\tpath = common\n\turl = https://x.invalid/c.git\n";

        assertThat(Checked.places(project().file(".gitmodules", modules).directory("common")))
                .containsExactly("WARNING empty-submodule common");
        assertThat(Checked.places(importing("from common.api import get")
                        .file(".gitmodules", modules)
                        .directory("common")))
                .containsExactly("ERROR empty-submodule common");
        assertThat(Checked.places(project().file(".gitmodules", modules).files("common/api.py")))
                .isEmpty();
        assertThat(Checked.places(project()
                        .file(".gitmodules", modules.replace("path = common", "path = lib/common"))
                        .directory("lib")
                        .directory("lib/common")))
                .as("left out anyway")
                .isEmpty();
    }

    @Test
    void drivers_without_a_script_are_refused_at_any_depth_as_the_vendors_packager_does() {
        assertThat(Checked.places(project().files("sub/drivers/x.so"))).containsExactly("ERROR drivers sub/drivers");
        assertThat(Checked.places(project().directory("drivers"))).containsExactly("ERROR drivers drivers");
        assertThat(Checked.places(project().files("sub/drivers/x.so", "other/installation.sh")))
                .isEmpty();
        assertThat(Checked.places(project().files("drivers/x.so", "other/installation.sh")))
                .containsExactly("WARNING drivers drivers");
        assertThat(Checked.places(project().files("drivers/x.so").file(".gitignore", "drivers/\n")))
                .as("not gone through")
                .isEmpty();
        assertThat(Checked.places(project()
                        .files("drivers/x.so", "drivers/installation.sh")
                        .file(".gitignore", "*.sh\n")))
                .as("the script does not go in")
                .containsExactly("ERROR drivers drivers");
    }

    @Test
    void a_carriage_return_in_the_installation_script_is_named_with_its_line() {
        assertThat(Checked.places(project().file("drivers/installation.sh", "#!/bin/bash\napt-get update\r\nx\r\n")))
                .containsExactly("WARNING drivers drivers/installation.sh:2");
        assertThat(Checked.places(project().file("drivers/installation.sh", "#!/bin/bash\n")))
                .isEmpty();
    }

    @Test
    void code_that_a_pattern_leaves_out_and_other_code_imports_is_told_by_pattern() {
        InMemoryProject project = importing(
                        "from parts.a import X\nimport env.b\nimport api_pb2 as api\nfrom build import c")
                .file(".gitignore", "parts/\nenv/\n*_pb2.py\nbuild/\n*.txt\n")
                .files("parts/a.py", "env/b.py", "api_pb2.py", "build/c.py", "notes.txt", "other_pb2.py");

        assertThat(Checked.places(project))
                .containsExactly(
                        "WARNING left-out-import .gitignore:1",
                        "WARNING left-out-import .gitignore:2",
                        "WARNING left-out-import .gitignore:3",
                        "WARNING left-out-import .gitignore:4");
        assertThat(Checked.findings(project).get(2).message())
                .isEqualTo("The pattern '*_pb2.py' leaves out api_pb2.py, which the connector needs:"
                        + " connector.py:3 imports api_pb2.py.");
    }

    @Test
    void what_is_left_out_and_not_imported_or_provided_otherwise_is_fine() {
        assertThat(Checked.findings(importing("import build\nimport dist\nimport tests.fixtures")
                        .file(".gitignore", "build/\ndist.py\ntests/\n")
                        .files("build/notes.txt", "dist.py")
                        .file("dist/__init__.py", "")))
                .isEmpty();
    }

    @Test
    void relative_imports_are_seen_from_their_own_directory() {
        assertThat(Checked.places(project()
                        .file("pkg/__init__.py", "from . import secret_names\nfrom .keys import K\n")
                        .file(".gitignore", "*secret*\n")
                        .files("pkg/secret_names.py", "pkg/keys.py")))
                .containsExactly("WARNING left-out-import .gitignore:1");
    }

    @Test
    void installed_packages_that_go_in_are_told_by_their_directory() {
        InMemoryProject project = project()
                .files(
                        "ui/node_modules/a/index.js",
                        "ui/node_modules/b/index.js",
                        "conda/conda-meta/history",
                        "conda/bin/x")
                .files("vendor/site-packages/a.py");

        assertThat(Checked.places(project))
                .containsExactly(
                        "WARNING environment conda",
                        "WARNING environment ui/node_modules",
                        "WARNING environment vendor/site-packages");
        assertThat(Checked.findings(project).get(1).message()).contains("npm", "2 files");
        assertThat(Checked.findings(project).get(1).advice()).endsWith("/ui/node_modules/");
    }

    @Test
    void a_virtual_environment_made_at_the_root_is_told_by_what_of_it_goes_in() {
        assertThat(Checked.places(project()
                        .files("pyvenv.cfg", "bin/python", "lib/python3/x.py", "lib64/python3/x.py", "lib64/y")))
                .contains("WARNING environment bin", "WARNING environment lib64", "WARNING environment pyvenv.cfg")
                .doesNotContain("WARNING environment lib");
        assertThat(Checked.findings(project().files("bin/tool.py"))).isEmpty();
    }

    @Test
    void local_databases_and_data_of_size_are_told_with_the_pattern_to_add() {
        InMemoryProject project = project()
                .files("warehouse.db", "sub/cache.db", "x.DuckDB", "small.csv", "drivers/installation.sh")
                .file("drivers/data.db", "x")
                .file("large.csv", new byte[1024 * 1024])
                .file("model", new byte[10 * 1024 * 1024]);

        assertThat(Checked.places(project))
                .containsExactly(
                        "WARNING local-file large.csv",
                        "WARNING local-file model",
                        "WARNING local-file sub/cache.db",
                        "WARNING local-file x.DuckDB");
        assertThat(Checked.findings(project).get(2).message())
                .isEqualTo("It is a local database (23 bytes) and goes into the archive. So do 1 more like it, in"
                        + " total 46 bytes.");
        assertThat(Checked.findings(project).get(0).advice()).endsWith(": *.csv");
        assertThat(Checked.findings(project).get(1).advice()).endsWith(": /model");
    }
}
