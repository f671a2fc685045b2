package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.console.ExitCode;
import dev.wharf.cli.console.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference says what the program says. With {@code -Dwharf.write-docs=true} it is written. */
class GeneratedPartsTest {
    static final boolean WRITING = Boolean.getBoolean("wharf.write-docs");

    private static final Path VARIABLES = Path.of("docs/reference/command-line-settings.md");
    private static final Path NETWORK = Path.of("docs/reference/network.md");
    private static final Pattern VARIABLE = Pattern.compile(
            "\\b(WHARF|FIVETRAN|XDG)_[A-Z_]+\\b|\\bNO_COLOR\\b|\\b[A-Z_]*(_PROXY|CA_BUNDLE|CERT_FILE|CA_CERTS)\\b");

    @ParameterizedTest
    @EnumSource
    void a_page_has_its_part_as_the_program_has_it(GeneratedParts part) throws IOException {
        Path page = Path.of(part.page());
        String wanted = part.putInto(Pages.text(page));

        if (WRITING) {
            Files.writeString(Pages.REPOSITORY.resolve(page), wanted);
        }

        assertThat(Pages.text(page))
                .as("CONTRIBUTING.md tells how to write the reference anew")
                .isEqualTo(wanted);
    }

    @Test
    void every_failure_ends_with_a_code_that_is_listed() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number))
                .containsAll(Arrays.stream(FailureKind.values())
                        .map(FailureKind::exitCode)
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_variable_that_the_command_line_reads_is_on_its_page_and_no_other() {
        Set<String> read = new TreeSet<>();
        for (Path source : Pages.files(name -> name.matches(".*\\.java|launch\\.sh|wharf"))) {
            if (source.toString()
                    .matches("app-cli/src/main/.*|adapters-http/src/main/.*/network/.*|launcher/.*|wharf")) {
                VARIABLE.matcher(Pages.text(source)).results().forEach(found -> read.add(found.group()));
            }
        }
        Set<String> told = new TreeSet<>();
        for (Path page : Set.of(VARIABLES, NETWORK)) {
            VARIABLE.matcher(Pages.text(page)).results().forEach(found -> told.add(found.group()));
        }

        assertThat(told).isEqualTo(read);
    }
}
