package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector's form made by a program that the user names, in the place of the vendor's packager. */
class FormFromTest {
    @TempDir
    Path directory;

    private Shell shell;
    private Path project;
    private Path packager;

    @BeforeEach
    void makeProject() throws Exception {
        shell = new Shell(directory);
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update, schema, questions)\n");
        packager = packagerOf("the form");
    }

    @Test
    void the_form_is_packaged_and_nothing_of_the_run_stays() throws Exception {
        Path archive = directory.resolve("out.zip");
        Outcome without = shell.run("package", project.toString(), "-O", archive.toString());

        Outcome outcome =
                shell.run("package", project.toString(), "-O", archive.toString(), "--form-from", quoted(packager));

        assertThat(without.code()).isEqualTo(8);
        assertThat(without.err()).contains("connector.py:1", "--form-from 'fivetran package'");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("Running '" + quoted(packager) + "' in a copy of the project");
        assertThat(formIn(archive)).isEqualTo("the form");
        assertThat(project.resolve("files")).doesNotExist();
    }

    @Test
    void every_command_that_packages_takes_it() {
        String[] from = {"--form-from", quoted(packager)};

        Outcome deployed =
                shell.local("deploy", project.toString(), "--destination=d", "--connection=c", from[0], from[1]);
        Outcome created = shell.local("packages", "create", project.toString(), from[0], from[1]);
        Outcome updated = shell.local("packages", "update", created.field("ID"), project.toString(), from[0], from[1]);

        assertThat(deployed.code()).isZero();
        assertThat(created.field("SHA-256")).isEqualTo(deployed.field("SHA-256"));
        assertThat(updated.field("SHA-256")).isEqualTo(deployed.field("SHA-256"));
    }

    @Test
    void a_connector_without_a_form_gets_an_empty_one() throws Exception {
        Outcome outcome = shell.local(
                "deploy",
                project.toString(),
                "--destination=d",
                "--connection=c",
                "--form-from",
                quoted(packagerOf("")));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("has no configuration form");
    }

    @Test
    void a_program_that_fails_is_shown_and_ends_it() throws Exception {
        Files.writeString(packager, "#!/bin/sh\necho ImportError: tides\nexit 1\n");

        Outcome outcome = shell.run("package", project.toString(), "--form-from", quoted(packager));

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.err()).contains("failed with exit code 1", "ImportError: tides");
    }

    @Test
    void what_makes_no_sense_is_refused() throws Exception {
        assertThat(shell.run("package", project.toString(), "--form-from", "no-such-packager")
                        .err())
                .contains("no program 'no-such-packager'");
        assertThat(shell.run("package", project.toString(), "--form-from", "").err())
                .contains("--form-from names no command");
        assertThat(shell.run("package", project.toString(), "--form-from", "x", "--configuration-form", "y")
                        .err())
                .contains("Give one");
        assertThat(shell.local("packages", "create", packager.toString(), "--form-from", "x")
                        .err())
                .contains("is for a connector's directory");
    }

    /** A program in a directory with a blank in its name. */
    private Path packagerOf(String form) throws Exception {
        Path tools = Files.createDirectories(directory.resolve("my tools"));
        Path archive = tools.resolve("made.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("configuration_form.pb"));
            zip.write(form.getBytes(StandardCharsets.UTF_8));
        }
        Path script = Files.writeString(
                tools.resolve("packager"), "#!/bin/sh\nmkdir files && cp '" + archive + "' files/tides.zip\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static String quoted(Path program) {
        return "'" + program + "' package";
    }

    private static String formIn(Path archive) throws Exception {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("configuration_form.pb")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
