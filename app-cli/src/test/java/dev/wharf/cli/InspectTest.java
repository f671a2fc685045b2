package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class InspectTest extends ArchivedProject {
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
        assertThat(nothing.err()).contains("'no/such.zip' is not a file, a directory or a package's id.");

        assertThat(shell.local("inspect", "no_such").code()).isEqualTo(3);
    }

    private static void put(OutputStream out, String name, String content) throws IOException {
        ((ZipOutputStream) out).putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
