package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The decisions are numbered without a gap, and the index has each under its own title. */
class DecisionsTest {
    private static final Path DECISIONS = Path.of(System.getProperty("wharf.repository"), "docs/adr");

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(DECISIONS)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void they_are_numbered_without_a_gap() throws IOException {
        List<String> files = files();

        assertThat(files.stream().map(name -> Integer.valueOf(name.substring(0, 4))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, files.size()).boxed().toList());
    }

    @Test
    void the_index_has_each_under_its_title() throws IOException {
        List<String> index = Files.readAllLines(DECISIONS.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();

        List<String> wanted = files().stream()
                .map(name -> {
                    try {
                        String title =
                                Files.readAllLines(DECISIONS.resolve(name)).get(0);
                        return "| [" + name.substring(0, 4) + "](" + name + ") | "
                                + title.substring("# 0000: ".length()) + " |";
                    } catch (IOException e) {
                        throw new IllegalStateException(name, e);
                    }
                })
                .toList();
        assertThat(index).isEqualTo(wanted);
    }
}
