package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.endtoend.ProgramStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that docs/guides/test-what-deploys.md shows runs as it stands there. */
class TestingScriptTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));
    private static final Pattern SCRIPT = Pattern.compile("(?m)^```sh\\n(.*?)^```$", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void the_script_finds_that_the_second_deploy_sends_nothing() throws IOException, InterruptedException {
        Matcher block = SCRIPT.matcher(Files.readString(REPOSITORY.resolve("docs/guides/test-what-deploys.md")));
        assertThat(block.find()).isTrue();
        Path link = Files.createSymbolicLink(directory.resolve("examples"), REPOSITORY.resolve("examples"));
        program("wharf-server", ProgramStart.ofServer());
        program("wharf", ProgramStart.ofCommandLine());
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", block.group(1)));
        builder.environment().keySet().removeIf(name -> name.matches("(WHARF|FIVETRAN|XDG)_.*|(?i)(https?|all)_proxy"));
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().put("HOME", temporary.toString());

        int code = builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        Files.delete(link);
        String printed = Files.readString(output);
        assertThat(code).as(printed).isZero();
        assertThat(printed).contains("created").contains("unchanged").contains("\"items\":[{");
        assertThat(block.find()).as("a script that nobody runs").isFalse();
    }

    /** What a launcher starts. */
    private void program(String name, List<String> command) throws IOException {
        Path script = Files.writeString(
                directory.resolve(name), "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
