package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectAndDiffTest {
    private static final String CONNECTOR =
            "from fivetran_connector_sdk import Connector\n\nconnector = Connector(update=None)\n";

    @TempDir
    Path directory;

    private Shell shell;
    private Path project;
    private Path archive;

    @BeforeEach
    void writeProject() throws IOException {
        shell = new Shell(directory.resolve("home"));
        project = Files.createDirectories(directory.resolve("weather"));
        Files.writeString(project.resolve("connector.py"), CONNECTOR);
        Files.writeString(project.resolve("tables.py"), "a = 1\nb = 2\nc = 3\n");
        Path script = Files.createDirectory(project.resolve("drivers")).resolve("installation.sh");
        Files.writeString(script, "#!/bin/sh\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        archive = directory.resolve("weather.zip");
        assertThat(shell.run("package", project.toString(), "-O", archive.toString())
                        .code())
                .isZero();
    }

    private Outcome run(String... arguments) {
        Outcome outcome = shell.run(arguments);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome;
    }

    private String create() {
        Outcome created = shell.local("packages", "create", archive.toString());
        assertThat(created.code()).as(created.err()).isZero();
        return created.field("ID");
    }

    @Test
    void inspect_shows_every_file_of_an_archive_and_its_hash() throws Exception {
        Outcome outcome = run("inspect", archive.toString());

        assertThat(outcome.field("SHA-256"))
                .isEqualTo(run("package", project.toString(), "-O", directory + "/x.zip")
                        .field("SHA-256"));
        assertThat(outcome.field("Files")).isEqualTo("4");
        assertThat(outcome.lines())
                .contains("  18          18  tables.py", "  10          10  drivers/installation.sh (executable)");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void inspect_of_a_package_downloads_and_verifies_it() throws Exception {
        String id = create();

        Outcome outcome = shell.local("inspect", id, "-o", "json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "\"source\": \"" + id + "\"",
                        "\"file_count\": 4",
                        "\"path\": \"tables.py\"",
                        "\"findings\": []");
    }

    @Test
    void inspect_of_a_package_whose_bytes_have_changed_says_so() throws Exception {
        String id = create();
        try (var files = Files.walk(shell.registry().resolve("archives").resolve("blobs"))) {
            Path blob = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.write(blob, new byte[] {1, 2, 3});
        }

        Outcome outcome = shell.local("inspect", id);

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void inspect_warns_of_what_should_not_have_been_shipped() throws IOException {
        Path zip = directory.resolve("leaky.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "connector.py", CONNECTOR);
            put(out, "Tables.py", "a = 1\n");
            put(out, "tables.py", "a = 1\n");
            put(out, "configuration.json", "{\"password\": \"hunter2hunter2\"}\n");
            put(
                    out,
                    "keys/server.key",
                    "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n");
        }

        Outcome outcome = run("inspect", zip.toString(), "-o", "json");

        assertThat(outcome.out())
                .contains("\"rule\": \"name-clash\"", "\"rule\": \"secret\"", "\"path\": \"keys/server.key\"")
                .contains("\"path\": \"configuration.json\"")
                .doesNotContain("MIIEvQ")
                .doesNotContain("hunter2");
        assertThat(run("inspect", zip.toString()).out()).contains("FOUND").contains("keys/server.key");
    }

    @Test
    void inspect_refuses_what_is_no_archive_with_the_reason() throws IOException {
        Path file = Files.writeString(directory.resolve("text.zip"), "not an archive");

        Outcome outcome = shell.run("inspect", file.toString());

        assertThat(outcome.code()).isEqualTo(8);
        assertThat(outcome.err()).contains("not a ZIP");
    }

    @Test
    void inspect_says_what_to_do_with_a_directory_and_with_nothing() {
        Outcome outcome = shell.run("inspect", project.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("wharf package " + project + " --list");

        Outcome nothing = shell.run("inspect", "no/such.zip");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("There is no file or directory 'no/such.zip'");

        assertThat(shell.local("inspect", "no_such").code()).isEqualTo(3);
    }

    @Test
    void diff_of_a_directory_and_its_archive_finds_nothing() throws Exception {
        Outcome outcome = run("diff", project.toString(), archive.toString());

        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("No difference.\n");
        assertThat(run("diff", project.toString(), archive.toString(), "-o", "json")
                        .out())
                .contains("\"identical\": true", "\"items\": []");
    }

    @Test
    void diff_shows_what_an_update_of_a_package_would_change() throws Exception {
        String id = create();
        Files.writeString(project.resolve("tables.py"), "a = 1\nb = 20\nc = 3\n");
        Files.writeString(project.resolve("new.py"), "n = 1\n");
        Files.delete(project.resolve("drivers/installation.sh"));
        Files.delete(project.resolve("drivers"));

        Outcome outcome = shell.local("diff", id, project.toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines())
                .containsExactly(
                        "BEFORE  AFTER  CHANGE   FILE",
                        "    10      -  removed  drivers/installation.sh",
                        "    18     19  changed  tables.py",
                        "     -      6  added    new.py");
    }

    @Test
    void diff_shows_changed_lines_with_their_surroundings() throws Exception {
        Files.writeString(project.resolve("tables.py"), "a = 1\nb = 20\nc = 3");
        Files.writeString(project.resolve("escape.py"), "x = '\u001b[31m'\r\n");

        Outcome outcome = run("diff", archive.toString(), project.toString(), "--content");

        assertThat(outcome.out())
                .contains("--- a/tables.py\n+++ b/tables.py\n@@ -1,3 +1,3 @@\n a = 1\n-b = 2\n-c = 3\n+b = 20\n+c = 3\n"
                        + "\\ No newline at end of file\n")
                .contains("--- /dev/null\n+++ b/escape.py\n@@ -0,0 +1,1 @@\n+x = '\\u001b[31m'\\u000d\n")
                .doesNotContain("\u001b");
    }

    @Test
    void diff_shows_tabs_and_names_with_spaces_as_patch_takes_them() throws Exception {
        Files.writeString(project.resolve("of two.py"), "if a:\n\tb = 1\n");

        assertThat(run("diff", archive.toString(), project.toString(), "--content")
                        .out())
                .contains("+++ b/of two.py\t\n@@ -0,0 +1,2 @@\n+if a:\n+\tb = 1\n");
    }

    @Test
    void a_diff_for_programs_ends_its_last_line() throws Exception {
        Files.writeString(project.resolve("tables.py"), "a = 1\nb = 20\nc = 3\n");

        assertThat(run("diff", archive.toString(), project.toString(), "--content", "-o", "json")
                        .out())
                .contains("\\n+b = 20\\n c = 3\\n\"");
    }

    @Test
    void diff_colours_lines_where_a_person_looks_on() throws Exception {
        Files.writeString(project.resolve("tables.py"), "a = 1\nb = 20\nc = 3\n");

        Outcome outcome = run("diff", archive.toString(), project.toString(), "--content", "--color", "always");

        assertThat(outcome.out()).contains("\033[31m-b = 2\033[0m\n\033[32m+b = 20\033[0m\n");
    }

    @Test
    void diff_says_of_bytes_that_are_no_text_only_that_they_differ() throws Exception {
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        Files.write(project.resolve("data.bin"), bytes);
        Files.writeString(project.resolve("long.txt"), "line\n".repeat(20_000));

        Outcome outcome = run("diff", archive.toString(), project.toString(), "--content", "-o", "json");

        assertThat(outcome.out())
                .contains("The content of data.bin differs; it is not text", "The content of long.txt differs");
    }

    @Test
    void diff_shows_no_more_lines_than_can_be_compared_in_seconds() throws Exception {
        for (int i = 0; i < 7; i++) {
            Files.writeString(project.resolve("long" + i + ".txt"), ("line " + i + "\n").repeat(9_000));
        }

        String out =
                run("diff", archive.toString(), project.toString(), "--content").out();

        assertThat(out)
                .contains("+line 4\n", "The content of long5.txt differs")
                .doesNotContain("+line 5\n");
    }

    @Test
    void diff_tells_an_execute_bit_from_a_content() throws Exception {
        assertThat(project.resolve("tables.py").toFile().setExecutable(true)).isTrue();
        assertThat(project.resolve("drivers/installation.sh").toFile().setExecutable(false))
                .isTrue();
        Files.writeString(project.resolve("drivers/installation.sh"), "#!/bin/sh\nexit\n");

        assertThat(run("diff", archive.toString(), project.toString()).out())
                .contains("executable now  ", "tables.py", "changed, no longer executable");
    }

    private static void put(OutputStream out, String name, String content) throws IOException {
        ((ZipOutputStream) out).putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
