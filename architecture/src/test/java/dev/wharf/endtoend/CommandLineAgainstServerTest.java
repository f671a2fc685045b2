package dev.wharf.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.endtoend.CommandLine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line's process and the server's process, talking as they do at a user's. */
class CommandLineAgainstServerTest {
    private static final String REPOSITORY = System.getProperty("wharf.repository");

    @TempDir
    Path directory;

    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start(directory.resolve("server"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
    }

    @Test
    void a_connector_is_deployed_again_changed_downloaded_and_taken_away() throws Exception {
        String[] deploy = {
            "deploy", REPOSITORY + "/examples/weather", "--destination", "warehouse", "--connection", "weather"
        };
        Result missing = wharf(deploy);
        assertThat(missing.exitCode()).as(missing.toString()).isEqualTo(3);
        assertThat(wharf("destinations", "create", "warehouse").exitCode()).isZero();

        Result created = wharf(deploy);
        assertThat(created.exitCode()).as(created.toString()).isZero();
        assertThat(created.output()).contains("created");
        String id = created.packageId();

        assertThat(wharf(deploy).output()).contains("unchanged").contains(id);

        deploy[1] = REPOSITORY + "/examples/bookshop";
        Result updated = wharf(deploy);
        assertThat(updated.output()).contains("updated").contains(id);

        Path download = directory.resolve("code.zip");
        assertThat(wharf("packages", "download", id, "-O", download.toString()).exitCode())
                .isZero();
        assertThat(Files.size(download)).isPositive();

        Result inUse = wharf("packages", "delete", id, "--yes");
        assertThat(inUse.exitCode()).isEqualTo(4);
        Result second =
                wharf("connections", "create", "--destination", "warehouse", "--name", "other", "--package", id);
        assertThat(second.exitCode()).isEqualTo(4);
        assertThat(second.errors()).contains("Hint:");
        assertThat(wharf("packages", "get", "no_such", "-o", "json").errors())
                .contains("\"status\": 404")
                .contains("NotFound_ConnectorSdkPackage");
    }

    @Test
    void what_one_process_downloaded_the_next_does_not_download_again() throws Exception {
        Result created = wharf("packages", "create", REPOSITORY + "/examples/weather", "-o", "json");
        Matcher id = Pattern.compile("\"id\": \"(\\w+)\"").matcher(created.output());
        assertThat(id.find()).as(created.toString()).isTrue();
        Path first = directory.resolve("first.zip");
        Path second = directory.resolve("second.zip");
        assertThat(wharf("packages", "download", id.group(1), "-O", first.toString())
                        .exitCode())
                .isZero();
        spoil(directory.resolve("server/archives/blobs"), Files.size(first));

        assertThat(wharf("packages", "download", id.group(1), "-O", second.toString())
                        .exitCode())
                .isZero();
        assertThat(second).hasSameBinaryContentAs(first);
        Result asked = wharf("packages", "download", id.group(1), "-O", second.toString(), "--no-cache");
        assertThat(asked.exitCode()).as(asked.toString()).isNotZero();
    }

    /** Changes every archive of a size. */
    private static void spoil(Path directory, long size) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.size(file)).isEqualTo(size);
                Files.write(file, new byte[Math.toIntExact(size)]);
            }
        }
    }

    @Test
    void wrong_credentials_and_no_server_have_exit_codes_of_their_own() throws Exception {
        CommandLine commandLine = new CommandLine(directory);
        commandLine.environment().put("WHARF_API_SECRET", "another-secret-altogether");
        Result wrong = commandLine.run("--api-url", server.url(), "packages", "list");
        assertThat(wrong.exitCode()).isEqualTo(6);
        assertThat(wrong.errors()).doesNotContain("another-secret-altogether");

        Result nobody = new CommandLine(directory).run("--api-url", "http://127.0.0.1:1", "packages", "list");
        assertThat(nobody.exitCode()).isEqualTo(7);
    }

    private Result wharf(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--api-url", server.url()));
        all.addAll(List.of(arguments));
        return new CommandLine(directory).run(all.toArray(String[]::new));
    }
}
