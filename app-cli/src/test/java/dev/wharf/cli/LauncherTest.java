package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a repository with an awkward path, with a Java that only tells how it was called. */
class LauncherTest {
    @TempDir
    Path directory;

    private Path root;
    private Path work;
    private Path java;

    @BeforeEach
    void build() throws IOException {
        root = directory.toRealPath().resolve("My *Projects* [1]");
        work = root.resolve("app-cli/target/launch");
        java = directory.resolve("jdk");
        Path repository = Path.of("..");
        Files.createDirectories(root.resolve("launcher"));
        Files.copy(repository.resolve("launcher/launch.sh"), root.resolve("launcher/launch.sh"));
        Files.copy(repository.resolve("wharf"), root.resolve("wharf"));
        Files.createDirectories(root.resolve("app-cli/target/lib"));
        Files.createFile(root.resolve("app-cli/target/lib/library.jar"));
        Files.createFile(root.resolve("app-cli/target/wharf-app-cli-1.jar"));
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java.resolve("bin/java"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void every_path_reaches_java_in_one_piece() throws Exception {
        Path cache = Files.createFile(Files.createDirectories(work).resolve("jdk-25.0.1.cache"));

        assertThat(run(root.resolve("wharf").toString(), "two words", "*"))
                .contains(
                        "-XX:AOTCache=" + cache,
                        root + "/app-cli/target/wharf-app-cli-1.jar:" + root + "/app-cli/target/lib/library.jar")
                .endsWith("dev.wharf.cli.Wharf", "two words", "*");
    }

    @Test
    void commands_that_need_the_network_have_a_start_up_cache_of_their_own() throws Exception {
        Path cache = Files.createFile(Files.createDirectories(work).resolve("jdk-25.0.1.cache"));
        Path network = Files.createFile(work.resolve("jdk-25.0.1-network.cache"));
        String wharf = root.resolve("wharf").toString();

        assertThat(run(wharf, "--api-url", "x", "packages", "list")).contains("-XX:AOTCache=" + network);
        assertThat(run(wharf, "deploy", "--local=here")).contains("-XX:AOTCache=" + cache);
        assertThat(run(wharf, "package", "packages")).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void what_is_built_runs_where_nothing_can_be_written() throws Exception {
        Files.createFile(work);

        assertThat(run(root.resolve("wharf").toString(), "--version")).endsWith("dev.wharf.cli.Wharf", "--version");
    }

    @Test
    void the_shells_search_path_for_directories_does_not_mislead() throws Exception {
        Files.createFile(Files.createDirectories(work).resolve("jdk-25.0.1.cache"));

        assertThat(run(root.getFileName() + "/wharf", "--version")).endsWith("dev.wharf.cli.Wharf", "--version");
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh");
        builder.command().addAll(List.of(command));
        builder.directory(directory.toRealPath().toFile()).redirectErrorStream(true);
        builder.environment().put("WHARF_JAVA_HOME", java.toString());
        builder.environment().put("CDPATH", directory.toRealPath().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
