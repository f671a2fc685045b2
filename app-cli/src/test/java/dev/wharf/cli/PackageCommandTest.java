package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.model.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandTest {
    @TempDir
    Path directory;

    private Path project;
    private Shell shell;

    @BeforeEach
    void makeProject() throws Exception {
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        Files.writeString(project.resolve(".gitignore"), "*.log\n");
        Files.writeString(project.resolve("sync.log"), "noise");
        Files.writeString(project.resolve("configuration.json"), "{}");
        shell = new Shell(directory);
    }

    @Test
    void the_archive_lands_in_the_projects_files_and_is_described() throws Exception {
        Outcome outcome = shell.run("package", project.toString());

        Path archive = project.resolve("files").resolve("tides.zip");
        byte[] bytes = Files.readAllBytes(archive);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines())
                .containsExactly(
                        "Path     " + archive,
                        "Size     " + bytes.length + " bytes",
                        "Files    3",
                        "SHA-256  " + Sha256.of(bytes));
    }

    @Test
    void list_and_explain_show_every_file_and_every_reason() {
        Outcome outcome = shell.run("package", project.toString(), "--list", "--explain");

        assertThat(outcome.lines())
                .containsSubsequence(
                        "SIZE  FILE",
                        "   6  .gitignore",
                        "   0  configuration_form.pb",
                        "  37  connector.py",
                        "LEFT OUT            BECAUSE OF",
                        "configuration.json  configuration.json (built-in)",
                        "sync.log            *.log (.gitignore:1)");
    }

    @Test
    void json_is_one_document_with_sizes_in_bytes() throws Exception {
        Path target = directory.resolve("out.zip");

        Outcome outcome = shell.run("package", project.toString(), "-O", target.toString(), "-o", "json", "--explain");

        byte[] bytes = Files.readAllBytes(target);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        {
                          "path": "%s",
                          "size": %d,
                          "file_count": 3,
                          "file_sha256_hash": "%s",
                          "findings": [],
                          "excluded": [
                            {
                              "path": "configuration.json",
                              "cause": "pattern",
                              "pattern": "configuration.json",
                              "file": null,
                              "line": null
                            },
                            {
                              "path": "sync.log",
                              "cause": "pattern",
                              "pattern": "*.log",
                              "file": ".gitignore",
                              "line": 1
                            }
                          ],
                          "outside_links": []
                        }
                        """
                                .formatted(target, bytes.length, Sha256.of(bytes)));
    }

    @Test
    void a_file_of_the_project_is_not_overwritten_by_its_archive() throws Exception {
        Path connector = project.resolve("connector.py");
        String source = Files.readString(connector);
        Path link = Files.createSymbolicLink(directory.resolve("link"), project);

        for (Path target : new Path[] {connector, link.resolve("connector.py")}) {
            Outcome outcome = shell.run("package", project.toString(), "-O", target.toString());

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).contains("Wharf would overwrite it");
        }

        assertThat(connector).hasContent(source);
        Path archive = project.resolve("old.zip");
        assertThat(shell.run("package", project.toString(), "-O", archive.toString())
                        .code())
                .isZero();
        assertThat(shell.run("package", project.toString(), "-O", archive.toString())
                        .code())
                .as("an older archive is overwritten")
                .isZero();
    }

    @Test
    void a_failure_of_the_machine_is_told_like_any_other() throws Exception {
        Files.writeString(project.resolve("wharf.toml"), "a = " + "[".repeat(100_000));

        Outcome outcome = shell.run("package", project.toString(), "-o", "json");

        assertThat(outcome.code()).isIn(1, 2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("{").contains("\"error\"");
    }

    @Test
    void packaging_twice_gives_the_same_bytes() {
        String first = shell.run("package", project.toString()).field("SHA-256");

        assertThat(shell.run("package", project.toString()).field("SHA-256")).isEqualTo(first);
    }

    @Test
    void an_archive_that_the_next_one_would_hold_is_warned_of() {
        Outcome outcome = shell.run("package", project.toString(), "-O", project.resolve("own.zip") + "");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).startsWith("Warning: ").contains("inside the project");
    }

    @Test
    void a_directory_that_is_not_there_is_an_invalid_project() {
        Outcome outcome = shell.run("package", project.resolve("nowhere").toString());

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Error: There is no directory " + project.resolve("nowhere"));
    }

    @Test
    void a_directory_without_connector_leaves_no_file_behind() throws Exception {
        Files.delete(project.resolve("connector.py"));

        Outcome outcome = shell.run("package", project.toString());

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.err()).contains("connector.py").contains("Hint: ");
        assertThat(project.resolve("files")).doesNotExist();
    }

    @Test
    void what_stood_at_the_target_stays_when_packaging_fails() throws Exception {
        Path target = Files.writeString(directory.resolve("kept.zip"), "old");
        Files.delete(project.resolve("connector.py"));

        assertThat(shell.run("package", project.toString(), "-O", target.toString())
                        .code())
                .isEqualTo(8);

        assertThat(target).hasContent("old");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactlyInAnyOrder(target, project);
        }
    }

    @Test
    void a_target_in_no_directory_is_named_in_the_error() {
        Path target = directory.resolve("missing").resolve("x.zip");

        Outcome outcome = shell.run("package", project.toString(), "-O", target.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("a directory or file is missing")
                .contains(directory.resolve("missing") + "");
    }
}
