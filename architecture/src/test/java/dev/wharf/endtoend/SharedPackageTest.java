package dev.wharf.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.endtoend.CommandLine.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One package that two connections run, in a registry that lets packages be shared: asked straight, and through a gateway. */
class SharedPackageTest {
    private static final String EXAMPLES = System.getProperty("wharf.repository") + "/examples/";

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static ServerProcess registry;
    private static ServerProcess gateway;

    private CommandLine commandLine;

    /** How the command line reaches the registry. */
    enum Way {
        STRAIGHT,
        THROUGH_A_GATEWAY
    }

    @BeforeAll
    static void start() throws Exception {
        registry = ServerProcess.start(shared.resolve("registry"), Map.of("WHARF_BINDING", "SHARED"));
        gateway = ServerProcess.start(
                shared.resolve("gateway"),
                Map.of(
                        "WHARF_BINDING",
                        "SHARED",
                        "WHARF_UPSTREAM_URL",
                        registry.url(),
                        "WHARF_UPSTREAM_KEY",
                        ServerProcess.KEY,
                        "WHARF_UPSTREAM_SECRET",
                        ServerProcess.SECRET));
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        registry.close();
    }

    @BeforeEach
    void begin() {
        commandLine = new CommandLine(directory);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_changed_on_purpose_only_and_never_taken_for_free(Way way) throws Exception {
        String group = way.name().toLowerCase(Locale.ROOT);
        commandLine.environment().put("WHARF_API_URL", way == Way.STRAIGHT ? registry.url() : gateway.url());
        commandLine.runHere("destinations", "create", group).well();
        String id = deploy("weather", group, "tides").well().packageId();
        String second = connection(group, "ebb", id);
        String first = idOf(group, "tides");

        Result told = commandLine.runHere("packages", "get", id, "-o", "json").well();
        assertThat(told.output().replaceAll("\\s", ""))
                .containsPattern("\"connection_ids\":\\[[^\\]]*\"" + second + "\"");
        assertThat(told.output()).contains(first, second);

        Result refused = deploy("bookshop", group, "tides");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.errors())
                .contains("ebb (" + second + ")", "--way repoint", "--shared")
                .doesNotContain("(" + first + ")");
        assertThat(commandLine.runHere("packages", "get", id, "-o", "json").output())
                .isEqualTo(told.output());

        for (List<String> question : List.of(
                List.of("packages", "list", "--unbound"),
                List.of("packages", "prune", "--older-than", "0d", "--yes"))) {
            assertThat(commandLine
                            .runHere(question.toArray(String[]::new))
                            .well()
                            .output())
                    .doesNotContain(id);
        }
        Result kept = commandLine.runHere("packages", "delete", id, "--yes");
        assertThat(kept.exitCode()).isEqualTo(4);
        assertThat(kept.errors()).contains(first, second);

        Result both = deploy("bookshop", group, "tides", "--shared").well();
        assertThat(both.packageId()).isEqualTo(id);
        assertThat(packageOf(first)).isEqualTo(packageOf(second)).isEqualTo(id);

        Result parted = deploy("weather", group, "tides", "--way", "repoint").well();
        assertThat(parted.packageId()).isNotEqualTo(id);
        assertThat(packageOf(first)).isEqualTo(parted.packageId());
        assertThat(packageOf(second)).isEqualTo(id);
        Path file = directory.resolve("ebb.zip");
        commandLine.runHere("packages", "download", id, "-O", file.toString()).well();
        assertThat(Files.size(file)).isPositive();
    }

    private Result deploy(String example, String group, String connection, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("deploy", EXAMPLES + example, "--destination", group, "--connection", connection));
        arguments.addAll(List.of(more));
        return commandLine.runHere(arguments.toArray(String[]::new));
    }

    /** Makes a connection that runs a package, and gives its id. */
    private String connection(String group, String name, String packageId) throws Exception {
        commandLine
                .runHere("connections", "create", "--destination", group, "--name", name, "--package", packageId)
                .well();
        return idOf(group, name);
    }

    private String idOf(String group, String name) throws Exception {
        String listed = commandLine
                .runHere("connections", "list", "--destination", group, "-o", "json")
                .well()
                .output();
        return only("\"id\": \"(\\w+)\",(?:(?!\"id\":)[^}])*\"schema\": \"" + name + "\"", listed);
    }

    private String packageOf(String connection) throws Exception {
        return only(
                "\"package_id\": \"(\\w+)\"",
                commandLine
                        .runHere("connections", "get", connection, "-o", "json")
                        .well()
                        .output());
    }

    private static String only(String pattern, String text) {
        List<String> found = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }
}
