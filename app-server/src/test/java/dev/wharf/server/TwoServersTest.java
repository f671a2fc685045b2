package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.server.Calls.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two server processes on one data directory are one registry. */
class TwoServersTest {
    private static final int CALLERS = 64;

    @TempDir
    Path directory;

    @Test
    void of_64_simultaneous_bindings_of_one_package_through_two_servers_one_wins() throws Exception {
        Path data = directory.resolve("data");
        try (ServerProcess first = ServerProcess.start(data, directory.resolve("1.log"));
                ServerProcess second = ServerProcess.start(data, directory.resolve("2.log"))) {
            List<Calls> servers = List.of(first.asAdmin(), second.asAdmin());
            String group = servers.get(0)
                    .json("POST", "/v1/groups", "{\"name\":\"warehouse\"}")
                    .text("id");
            String id = servers.get(1).upload(Zips.connector("# x")).text("id");

            List<Answer> answers = all(servers, group, id);

            assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
            assertThat(answers.stream()
                            .filter(a -> a.status() == 409 && a.code().equals("IllegalState")))
                    .hasSize(CALLERS - 1);
            for (Calls server : servers) {
                assertThat(server.get("/v1/connections?limit=1000").items()).hasSize(1);
                assertThat(server.get(Calls.PACKAGES + "/" + id).data().get("connection_id"))
                        .isEqualTo(server.get("/v1/connections").items().get(0).get("id"));
            }
        }
    }

    private static List<Answer> all(List<Calls> servers, String group, String packageId) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Calls server = servers.get(i % servers.size());
                String body = "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"c"
                        + i + "\",\"package_id\":\"" + packageId + "\"}}";
                calls.add(() -> server.json("POST", "/v1/connections", body));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : callers.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }
}
