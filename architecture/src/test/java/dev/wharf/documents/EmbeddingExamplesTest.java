package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the documents show compile and run as they stand there. */
class EmbeddingExamplesTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));
    private static final Pattern PROGRAM = Pattern.compile("```java\\n(.*?public class (\\w+).*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void the_readmes_program_uploads_a_package_into_an_embedded_registry() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));

        String output = compileAndRun(
                "README.md",
                data.toString(),
                REPOSITORY.resolve("examples/weather").toString());

        assertThat(output).matches("[a-z]+_[a-z]+ [0-9a-f]{64}\\R");
    }

    private String compileAndRun(String document, String... arguments) throws IOException, InterruptedException {
        Matcher program = PROGRAM.matcher(Files.readString(REPOSITORY.resolve(document)));
        assertThat(program.find()).as("a program in " + document).isTrue();
        Path source = directory.resolve(program.group(2) + ".java");
        Files.writeString(source, program.group(1));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int compiled = compiler.run(
                null, null, null, "-proc:none", "-cp", classPath(), "-d", directory.toString(), source.toString());
        assertThat(compiled).as("compiles").isZero();
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                directory + System.getProperty("path.separator") + classPath(),
                program.group(2)));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("errors").toFile())
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("errors")))
                .isZero();
        return Files.readString(output);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
