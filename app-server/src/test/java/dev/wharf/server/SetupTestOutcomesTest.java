package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.server.Calls.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test double answers is what its operator decides. */
class SetupTestOutcomesTest {
    @TempDir
    Path data;

    private static Answer create(Calls calls, String name) {
        List<Map<String, Object>> groups = calls.get("/v1/groups").items();
        Object group = groups.isEmpty()
                ? calls.json("POST", "/v1/groups", "{\"name\":\"warehouse\"}").text("id")
                : groups.get(0).get("id");
        String packageId = calls.upload(Zips.connector("# " + name)).text("id");
        return calls.json(
                "POST",
                "/v1/connections",
                "{\"group_id\":\"" + group + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"" + name
                        + "\",\"package_id\":\"" + packageId + "\"}}");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tests(Answer answer) {
        return (List<Map<String, Object>>) answer.data().get("setup_tests");
    }

    @Test
    void a_failing_outcome_still_makes_the_connection_and_single_connections_can_differ() {
        Map<String, Object> settings = Map.of(
                "wharf.setup-tests", "FAIL",
                "wharf.setup-test-outcomes.my_good_one", "PASS",
                "wharf.setup-test-outcomes.my_slow_one", "job_fail");
        try (RunningServer server = new RunningServer(data, settings)) {
            Calls calls = server.asAdmin();

            Answer failed = create(calls, "any");

            assertThat(failed.status()).isEqualTo(201);
            assertThat(tests(failed))
                    .map(test -> test.get("status"))
                    .containsExactly("PASSED", "PASSED", "PASSED", "FAILED");
            assertThat(calls.get("/v1/connections/" + failed.text("id")).status())
                    .isEqualTo(200);
            assertThat(tests(create(calls, "my_good_one")).get(3)).containsEntry("status", "PASSED");
            assertThat(tests(create(calls, "my_slow_one")).get(3)).containsEntry("status", "JOB_FAILED");
        }
    }

    @Test
    void tests_can_be_switched_off() {
        try (RunningServer server = new RunningServer(data, Map.of("wharf.setup-tests", "OFF"))) {
            assertThat(create(server.asAdmin(), "any").data()).doesNotContainKey("setup_tests");
        }
    }

    @Test
    void outcomes_and_limits_can_stand_in_a_file_and_in_the_environment() throws IOException {
        Path file = Files.writeString(
                data.resolve("wharf.yml"),
                "wharf:\n  setup-tests: WARN\n  setup-test-outcomes:\n    my_good_1: PASS\n");
        try (ServerProcess server = ServerProcess.start(
                data.resolve("server"),
                data.resolve("log"),
                Map.of("WHARF_RATE_LIMIT", "1000", "WHARF_RATE_LIMIT_WINDOW", "1m"),
                "-Dmicronaut.config.files=" + file)) {
            Calls calls = server.asAdmin();

            assertThat(tests(create(calls, "any")).get(3)).containsEntry("status", "WARNING");
            assertThat(tests(create(calls, "my_good_1")).get(3)).containsEntry("status", "PASSED");
            assertThat(calls.get("/v1/groups").header("X-Rate-Limit")).isEqualTo("1000");
        }
    }
}
