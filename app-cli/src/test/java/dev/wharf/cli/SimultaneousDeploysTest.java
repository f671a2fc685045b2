package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import dev.wharf.testkit.Crowd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three deploys of one directory at once, to one connection. */
class SimultaneousDeploysTest {
    @TempDir
    Path directory;

    private Path project;

    @BeforeEach
    void makeProject() throws Exception {
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
    }

    @Test
    void of_those_that_make_it_one_does_and_nothing_is_left_over() throws Exception {
        try (FakeAccount account = new FakeAccount()) {
            assertOneResult(account, threeAtOnce(account, "automatic"));
        }
    }

    @Test
    void of_those_that_replace_its_file_none_spoils_what_another_did() throws Exception {
        try (FakeAccount account = new FakeAccount()) {
            account.archive("before", "what ran before".getBytes(StandardCharsets.UTF_8));
            account.connection("con_1", "tides", "before");

            assertOneResult(account, threeAtOnce(account, "automatic"));
        }
    }

    private List<Outcome> threeAtOnce(FakeAccount account, String way) {
        return Crowd.of(3, number -> {
            Shell shell = new Shell(directory.resolve("home" + number));
            account.signIn(shell.environment);
            return shell.run(
                    "deploy", project.toString(), "--destination", "Warehouse", "--connection", "tides", "--way", way);
        });
    }

    private static void assertOneResult(FakeAccount account, List<Outcome> outcomes) {
        String what = outcomes.toString() + account.calls;
        assertThat(outcomes).as(what).anyMatch(outcome -> outcome.code() == 0);
        assertThat(outcomes).as(what).allMatch(outcome -> outcome.code() == 0 || outcome.code() == 4);
        assertThat(outcomes)
                .as(what)
                .allMatch(outcome -> outcome.code() == 0 || outcome.err().contains("Somebody else"));
        assertThat(account.connections).as(what).hasSize(1);
        assertThat(account.packages).as(what).hasSize(1);
    }
}
