package dev.wharf.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.endtoend.CommandLine.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three jobs of one machine that deploy one folder at once. */
class SimultaneousDeploysTest {
    private static final String FOLDER = System.getProperty("wharf.repository") + "/examples/weather";
    private static final Pattern HASH = Pattern.compile("SHA-256 +([0-9a-f]{64})");

    @TempDir
    Path directory;

    @Test
    void one_folder_is_one_archive_and_nothing_is_left_over() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory.resolve("server"))) {
            CommandLine first = job(server, 0);
            first.run("destinations", "create", "warehouse").well();

            List<Result> apart = atOnce(server, "one", "two", "three");
            assertThat(apart).allSatisfy(Result::well);
            assertThat(hashes(apart)).hasSize(1);
            assertThat(apart.stream().map(Result::packageId)).doesNotHaveDuplicates();

            List<Result> together = atOnce(server, "four", "four", "four");
            assertThat(together).anySatisfy(Result::well).allSatisfy(result -> assertThat(result.exitCode())
                    .as(result.toString())
                    .isIn(0, 4));
            assertThat(hashes(together)).isSubsetOf(hashes(apart));
            first.run("deploy", FOLDER, "--destination", "warehouse", "--connection", "four")
                    .well();
            assertThat(first.run("packages", "list", "--unbound").well().errors())
                    .contains("Each package here is used by a connection.");
        }
    }

    private List<Result> atOnce(ServerProcess server, String... connections) throws Exception {
        ExecutorService jobs = Executors.newFixedThreadPool(connections.length);
        try {
            List<Future<Result>> started = new ArrayList<>();
            for (int i = 0; i < connections.length; i++) {
                CommandLine job = job(server, i);
                String connection = connections[i];
                started.add(jobs.submit(
                        () -> job.run("deploy", FOLDER, "--destination", "warehouse", "--connection", connection)));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> each : started) {
                results.add(each.get());
            }
            return results;
        } finally {
            jobs.shutdownNow();
        }
    }

    /** All have one home. */
    private CommandLine job(ServerProcess server, int number) throws Exception {
        CommandLine job = new CommandLine(Files.createDirectories(directory.resolve("job" + number)));
        for (String place : List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
            job.environment().put(place, directory.resolve("home/" + place).toString());
        }
        job.environment().put("WHARF_API_URL", server.url());
        return job;
    }

    private static Set<String> hashes(List<Result> results) {
        return new HashSet<>(results.stream()
                .flatMap(result -> HASH.matcher(result.output()).results())
                .map(found -> found.group(1))
                .toList());
    }
}
