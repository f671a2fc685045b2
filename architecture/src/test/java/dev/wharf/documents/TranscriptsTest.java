package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages show of a terminal is what the commands print. With {@code -Dwharf.write-docs=true} it is written. */
class TranscriptsTest {
    @TempDir
    Path directory;

    static List<Path> pages() {
        return Pages.all().stream()
                .filter(page -> Transcript.BLOCK.matcher(Pages.text(page)).find())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_shows_what_its_commands_print(Path page) throws IOException {
        String now = new Transcript(directory).run(Pages.text(page));

        if (GeneratedPartsTest.WRITING) {
            Files.writeString(Pages.REPOSITORY.resolve(page), now);
        }

        assertThat(Pages.text(page))
                .as("CONTRIBUTING.md tells how to write the pages anew")
                .isEqualTo(now);
    }

    @Test
    void a_page_that_shows_something_else_is_noticed() throws IOException {
        String page = "```console\n$ wharf packages list --local\nSomething else\n```\n";

        assertThat(new Transcript(directory).run(page)).doesNotContain("Something else");
    }

    @Test
    void a_page_that_shows_identifiers_of_two_runs_is_noticed_and_one_run_is_left_as_it_is() throws IOException {
        String create = "```console\n$ wharf packages create examples/bookshop --local\n```\n";
        String list = "```console\n$ wharf packages list --local\n```\n";
        String shown = new Transcript(Files.createDirectory(directory.resolve("first"))).run(create + list);

        String again = new Transcript(Files.createDirectory(directory.resolve("second"))).run(shown);
        String mixed = shown.substring(0, shown.lastIndexOf("```console"))
                + shown.substring(shown.lastIndexOf("```console")).replaceAll("(?m)^[a-z]+_[a-z]+ ", "quiet_harbour ");
        String mended = new Transcript(Files.createDirectory(directory.resolve("third"))).run(mixed);

        assertThat(again).isEqualTo(shown);
        assertThat(mixed).contains("quiet_harbour");
        assertThat(mended).doesNotContain("quiet_harbour");
    }

    @Test
    void no_page_shows_a_terminal_that_is_not_run() {
        Stream<Path> unrun = Pages.all().stream()
                .filter(page -> page.startsWith("docs") && !page.startsWith("docs/adr"))
                .filter(page -> Transcript.BLOCK
                        .matcher(Pages.text(page))
                        .replaceAll("")
                        .lines()
                        .anyMatch(line -> line.startsWith("$ ")));

        assertThat(unrun).isEmpty();
    }
}
