package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wharf.endtoend.ServerProcess;
import dev.wharf.filesystem.DirectoryProject;
import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.testkit.server.WharfServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the documents show compile and run as they stand there. */
class EmbeddingExamplesTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));
    private static final String EMBEDDING = "docs/guides/embed-wharf.md";
    private static final Path WEATHER = REPOSITORY.resolve("examples/weather");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern PROGRAM = Pattern.compile("^public class (\\w+)", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package (\\S+);", Pattern.MULTILINE);

    @RegisterExtension
    static final WharfServer SERVER = WharfServer.start();

    @TempDir
    Path directory;

    @Test
    void every_block_of_the_embedders_page_is_a_program_that_is_run_here() throws IOException {
        assertThat(blocks(EMBEDDING))
                .extracting(block -> block.group(1), block -> name(block.group(2)))
                .containsExactly(
                        tuple("java", "Tour"),
                        tuple("java", "Team"),
                        tuple("java", "Deploy"),
                        tuple("java", "TeamGateway"),
                        tuple("java", "Changes"));
    }

    @Test
    void the_readmes_program_uploads_a_package_into_an_embedded_registry() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));

        String output = new Program("README.md", "Embedded").run(Map.of(), data.toString(), WEATHER.toString());

        assertThat(output).matches("[a-z]+_[a-z]+ [0-9a-f]{64}\\R");
    }

    @Test
    void the_tour_connects_uploads_lists_verifies_and_downloads() throws Exception {
        Path archive = archive();
        Path target = directory.resolve("downloaded.zip");

        String output = new Program(EMBEDDING, "Tour")
                .run(credentials("WHARF_API_"), SERVER.url().toString(), archive.toString(), target.toString());

        assertThat(output)
                .containsPattern("listed [a-z]+_[a-z]+ " + Sha256.of(Files.readAllBytes(archive)))
                .contains("verified " + Files.size(archive) + " bytes");
        assertThat(target).hasSameBinaryContentAs(archive);
    }

    @Test
    void the_same_goes_with_beans_of_micronaut() throws Exception {
        Path archive = archive();
        Path target = directory.resolve("downloaded.zip");
        Map<String, String> environment = credentials("WHARF_ACCOUNT_");
        environment.put("WHARF_ACCOUNT_URL", SERVER.url().toString());

        String output = new Program(EMBEDDING, "Team").run(environment, archive.toString(), target.toString());

        assertThat(output).containsPattern("of [1-9] packages [a-z]+_[a-z]+ is ours");
        assertThat(target).hasSameBinaryContentAs(archive);
    }

    @Test
    void the_deploying_program_deploys_once_and_then_finds_nothing_to_do() throws Exception {
        Program deploy = new Program(EMBEDDING, "Deploy");
        String[] arguments = {
            SERVER.url().toString(),
            WEATHER.toString(),
            directory.resolve("store").toString()
        };

        assertThat(deploy.run(credentials("WHARF_API_"), arguments)).startsWith("CREATED ");
        assertThat(deploy.run(credentials("WHARF_API_"), arguments)).startsWith("UNCHANGED ");
    }

    @Test
    void the_gateways_program_uploads_for_a_user_of_its_own() throws Exception {
        Path data = Files.createDirectory(directory.resolve("gateway"));

        String output = new Program(EMBEDDING, "TeamGateway")
                .run(
                        credentials("WHARF_API_"),
                        SERVER.url().toString(),
                        data.toString(),
                        archive().toString());

        assertThat(output).matches("[a-z]+_[a-z]+ belongs to ann\\R");
    }

    @Test
    void the_comparing_program_tells_what_differs() throws Exception {
        Program changes = new Program(EMBEDDING, "Changes");
        Path archive = archive();

        assertThat(changes.run(Map.of(), archive.toString(), WEATHER.toString()))
                .isEmpty();
        assertThat(changes.run(
                        Map.of(),
                        archive.toString(),
                        REPOSITORY.resolve("examples/bookshop").toString()))
                .contains("CHANGED connector.py");
    }

    private Path archive() throws IOException {
        Path archive = directory.resolve("weather.zip");
        try (InputStream bytes =
                ConnectorProject.read(new DirectoryProject(WEATHER)).archive().open()) {
            Files.copy(bytes, archive);
        }
        return archive;
    }

    private static Map<String, String> credentials(String prefix) {
        Credentials admin = SERVER.key(Role.ADMIN);
        return new HashMap<>(Map.of(prefix + "KEY", admin.key(), prefix + "SECRET", admin.secret()));
    }

    private static List<MatchResult> blocks(String document) throws IOException {
        return BLOCK.matcher(Files.readString(REPOSITORY.resolve(document)))
                .results()
                .toList();
    }

    private static String name(String code) {
        return found(PROGRAM, code).orElse("");
    }

    private static Optional<String> found(Pattern pattern, String code) {
        return pattern.matcher(code).results().findFirst().map(found -> found.group(1));
    }

    /** A program of a document, compiled with Micronaut's processor and without what an embedder would not have: the apps. */
    private final class Program {
        private static final String APPS = ".*[/\\\\](wharf-)?app-(cli|server)[/\\\\-].*";

        private final String mainClass;
        private final String classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(Pattern.quote(separator())))
                .filter(entry -> !entry.matches(APPS))
                .collect(Collectors.joining(separator()));

        Program(String document, String name) throws IOException {
            String program = blocks(document).stream()
                    .map(block -> block.group(2))
                    .filter(code -> name(code).equals(name))
                    .findFirst()
                    .orElseThrow();
            this.mainClass =
                    found(PACKAGE, program).map(place -> place + "." + name).orElse(name);
            Path source = directory.resolve(name + ".java");
            Files.writeString(source, program);
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            int compiled = compiler.run(
                    null,
                    null,
                    null,
                    "-parameters",
                    "-cp",
                    classPath,
                    "-processorpath",
                    classPath,
                    "-d",
                    directory.toString(),
                    source.toString());
            assertThat(compiled).as("compiles").isZero();
        }

        String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
            Path output = directory.resolve("output");
            Path errors = directory.resolve("errors");
            ProcessBuilder builder = ServerProcess.java(directory + separator() + classPath, mainClass, arguments);
            builder.environment().putAll(environment);
            Process process = builder.redirectError(errors.toFile())
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            return Files.readString(output);
        }

        private static String separator() {
            return System.getProperty("path.separator");
        }
    }
}
