package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.endtoend.ProgramStart;
import dev.wharf.http.Credentials;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Role;
import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.testkit.server.WharfServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands of docs/guides/deploy-from-ci.md do what the page says, each job on a machine that knows nothing of the one before. */
class CiExamplesTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("wharf.repository"));
    private static final Pattern OF_THE_PLATFORM = Pattern.compile("\\$\\{\\{ *(.*?) *}}");

    @TempDir
    Path directory;

    @RegisterExtension
    static final WharfServer SERVER =
            WharfServer.builder().resettingBeforeEach().start();

    private Path checkout;
    private int machines;

    @BeforeEach
    void check_out_the_connector() throws IOException {
        checkout = Files.createDirectory(directory.resolve("checkout"));
        Path connector = Files.createDirectories(checkout.resolve("connectors/weather"));
        try (Stream<Path> files = Files.list(REPOSITORY.resolve("examples/weather"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, connector.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                checkout.resolve("connectors/weather.json"),
                Platform.blocks("json").get(0));
    }

    @Test
    void every_step_of_the_page_is_run_here_or_is_the_platforms_own() throws IOException {
        assertThat(Platform.blocks("yaml")).hasSize(2);
        assertThat(Platform.GITHUB.commands().keySet())
                .containsExactlyInAnyOrder("Install", "Plan", "Comment", "Deploy", "History", "Roll back");
        assertThat(Platform.GITLAB.commands().keySet())
                .containsExactlyInAnyOrder("plan", "deploy", "history", "rollback");
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_planned_deployed_seen_in_the_history_and_taken_back(Platform platform) throws Exception {
        SERVER.destination("warehouse");

        assertThat(passing(platform, "plan")).contains("\"outcome\": \"created\"", "\"/v1/connector-sdk/packages\"");
        assertThat(hashes()).isEmpty();

        assertThat(passing(platform, "deploy")).contains("\"outcome\": \"created\"", "\"PASSED\"");
        assertThat(passing(platform, "plan")).contains("Nothing would change.");
        List<String> first = hashes();
        assertThat(first).hasSize(1);

        edit();
        assertThat(passing(platform, "plan")).contains("\"outcome\": \"updated\"", "\"PATCH\"");
        assertThat(hashes()).isEqualTo(first);
        assertThat(passing(platform, "deploy")).contains("\"outcome\": \"updated\"");
        List<String> second = hashes();
        assertThat(second).hasSize(1).isNotEqualTo(first);

        assertThat(passing(platform, "history")).contains(shown(first), shown(second));
        passing(platform, "rollback");
        assertThat(hashes()).isEqualTo(first);
        Result forth = run(platform, "rollback", Map.of("TO", "2"));
        assertThat(forth.exitCode()).as(forth.output()).isZero();
        assertThat(hashes()).isEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource
    void jobs_that_fail_end_with_the_codes_of_the_page(Platform platform) throws Exception {
        SERVER.destination("warehouse");
        SERVER.setupTests(SetupTestOutcome.FAIL);

        Result stranger = run(platform, "plan", Map.of("WHARF_API_SECRET", "wrong", "WHARF_READER_SECRET", "wrong"));
        assertThat(stranger.exitCode()).as(stranger.output()).isEqualTo(6);

        Map<String, String> nothing = new HashMap<>();
        nothing.put("WEATHER_CITIES", null);
        Result unset = run(platform, "deploy", nothing);
        assertThat(unset.exitCode()).as(unset.output()).isEqualTo(2);
        assertThat(unset.output()).contains("WEATHER_CITIES");
        assertThat(hashes()).isEmpty();

        Result tested = run(platform, "deploy", Map.of());
        assertThat(tested.exitCode()).as(tested.output()).isEqualTo(9);
        assertThat(tested.output()).contains("\"FAILED\"");
        assertThat(hashes()).hasSize(1);
    }

    private void edit() throws IOException {
        Files.writeString(
                checkout.resolve("connectors/weather/connector.py"), "\n# edited\n", StandardOpenOption.APPEND);
    }

    /** What the account's packages hold. */
    private List<String> hashes() {
        return SERVER.account().packages().list(PageRequest.first(10)).items().stream()
                .map(found -> String.valueOf(found.sha256()))
                .toList();
    }

    private static String shown(List<String> hashes) {
        return hashes.get(0).substring(0, 12);
    }

    private String passing(Platform platform, String job) throws Exception {
        Result result = run(platform, job, Map.of());
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    private Result run(Platform platform, String job, Map<String, String> changed) throws Exception {
        Platform.Command command = platform.commands().get(platform.step(job));
        Map<String, String> environment = new HashMap<>();
        command.environment().forEach((name, value) -> environment.put(name, filled(value)));
        if (platform == Platform.GITLAB) {
            projectSettings().forEach(environment::putIfAbsent);
        }
        environment.putAll(changed);
        return bash(command.script(), environment);
    }

    /** What the platforms are told once, in the project's settings. */
    private Map<String, String> projectSettings() {
        Credentials admin = SERVER.key(Role.ADMIN);
        Credentials reader = SERVER.key(Role.READER);
        return Map.of(
                "WHARF_API_URL",
                SERVER.url().toString(),
                "WHARF_READER_KEY",
                reader.key(),
                "WHARF_READER_SECRET",
                reader.secret(),
                "WHARF_API_KEY",
                admin.key(),
                "WHARF_API_SECRET",
                admin.secret(),
                "WEATHER_CITIES",
                "Oslo:59.91:10.75");
    }

    private String filled(String value) {
        return OF_THE_PLATFORM.matcher(value).replaceAll(found -> {
            String name = found.group(1);
            String setting = name.replaceFirst("^(vars|secrets)\\.", "");
            String known = name.equals("inputs.to") ? "" : projectSettings().get(setting);
            assertThat(known).as(name).isNotNull();
            return known;
        });
    }

    private Result bash(String script, Map<String, String> environment) throws Exception {
        Path machine = Files.createDirectory(directory.resolve("machine" + ++machines));
        Path program = machine.resolve("bin/wharf");
        Files.createDirectories(program.getParent());
        Files.writeString(
                program, "#!/bin/sh\nexec '" + String.join("' '", ProgramStart.ofCommandLine()) + "' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path output = machine.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(WHARF|FIVETRAN|XDG)_.*"));
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("CI", "true");
        builder.environment().merge("PATH", program.getParent().toString(), (path, first) -> first + ":" + path);
        environment.forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        int exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readString(output));
    }

    private record Result(int exitCode, String output) {}
}
