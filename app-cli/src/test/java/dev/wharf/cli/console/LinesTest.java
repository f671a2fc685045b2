package dev.wharf.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.port.Pace;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of others cannot begin a line of ours: neither a message nor a command to the CI that reads the log. */
class LinesTest {
    private static final String NAME = "Prod\n::error::forged\r\nHint: none";

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private final Surroundings surroundings = new Surroundings(
            Map.of(),
            Path.of("."),
            "test",
            InputStream.nullInputStream(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            Terminal.NONE,
            Pace.system());

    private List<String> lines() {
        return errors.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_note_and_a_warning_are_one_line_each() {
        Console console = new Console(surroundings, OutputFormat.TABLE, ColorChoice.NEVER, false);

        console.note("Destination: " + NAME);
        console.warn("Destination: " + NAME);

        assertThat(lines())
                .containsExactly(
                        "Destination: Prod\\u000a::error::forged\\u000d\\u000aHint: none",
                        "Warning: Destination: Prod\\u000a::error::forged\\u000d\\u000aHint: none");
    }

    @Test
    void a_failure_has_the_lines_that_its_author_meant() {
        FailureReport report = new FailureReport(surroundings, false, false, false, new NextCommand(List.of()));

        report.write(new NotFoundException(NotFoundException.Resource.DESTINATION, "There is no " + NAME));
        report.write(new InvalidRequestException(List.of("a.json:1: " + NAME, "a.json:2: No number.")));

        assertThat(lines())
                .filteredOn(line -> !line.startsWith("Hint: A") && !line.startsWith("Hint: See"))
                .contains("Error: There is no Prod\\u000a::error::forged\\u000d\\u000aHint: none")
                .containsSequence(
                        "Error: a.json:1: Prod\\u000a::error::forged\\u000d\\u000aHint: none", "a.json:2: No number.")
                .noneMatch(line -> line.startsWith("::"));
    }
}
