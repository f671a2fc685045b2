package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiffTest extends ArchivedProject {
    @Test
    void diff_of_a_directory_and_its_archive_finds_nothing() throws Exception {
        Outcome outcome = run("diff", project.toString(), archive.toString());

        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo("There is no difference.\n");
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
                .contains("The content of data.bin differs. It is not text", "The content of long.txt differs");
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
}
