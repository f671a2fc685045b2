package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.FakeAccount.Archive;
import dev.wharf.cli.FakeAccount.Connection;
import dev.wharf.cli.Shell.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account where only the connections tell which package they run, and do not tell all else. */
class UntoldConnectionsTest {
    private static final String RUNS = "\"config\":{\"package_id\":\"used\"}}";

    @TempDir
    Path directory;

    private FakeAccount account;
    private Shell shell;

    @BeforeEach
    void fill() throws Exception {
        account = new FakeAccount();
        archive("used");
        archive("loose");
        shell = new Shell(directory);
        account.signIn(shell.environment);
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private void archive(String id) {
        account.packages.put(
                id,
                new Archive(
                        id,
                        id.getBytes(StandardCharsets.UTF_8),
                        "usr_ann",
                        "2026-01-01T00:00:00Z",
                        "{\"id\":\"" + id + "\",\"created_at\":\"2026-01-01T00:00:00Z\"}"));
    }

    private void connection(String told) {
        account.connections.put("con_odd", new Connection("con_odd", "grp_good", "odd", "", new TreeMap<>(), told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"con_odd\",\"service\":\"connector_sdk\",\"group_id\":null," + RUNS,
                "{\"id\":\"con_odd\",\"service\":null,\"group_id\":\"grp_good\"," + RUNS
            })
    void a_package_is_not_free_whose_connection_is_told_in_part(String told) {
        connection(told);

        Outcome unbound = shell.run("packages", "list", "--unbound");
        Outcome deleted = shell.run("packages", "delete", "used", "--yes");
        Outcome pruned = shell.run("packages", "prune", "--older-than", "1m", "--yes");

        assertThat(unbound.out()).contains("loose").doesNotContain("used");
        assertThat(unbound.err()).contains("Connection con_odd: the account does not report its");
        assertThat(deleted.err()).contains("associated with connection con_odd");
        assertThat(pruned.code()).as(pruned.err()).isZero();
        assertThat(account.packages).containsOnlyKeys("used");
    }

    @Test
    void nothing_is_called_free_while_a_connection_cannot_even_be_named() {
        connection("{\"service\":\"connector_sdk\",\"group_id\":\"grp_good\"," + RUNS);

        Outcome unbound = shell.run("packages", "list", "--unbound");
        Outcome deleted = shell.run("packages", "delete", "loose", "--yes");
        Outcome pruned = shell.run("packages", "prune", "--older-than", "1m", "--yes");

        assertThat(unbound.out()).doesNotContain("used", "loose");
        assertThat(unbound.err()).contains("2 packages are left out", "a connection without an id");
        assertThat(deleted.code()).isNotZero();
        assertThat(deleted.err()).contains("loose", "did not delete it", "a connection without an id");
        assertThat(pruned.err()).contains("2 packages are left out");
        assertThat(account.packages).containsOnlyKeys("used", "loose");
    }

    @Test
    void a_deploy_to_the_id_of_another_services_connection_names_the_service_and_makes_nothing() throws Exception {
        connection("{\"id\":\"con_odd\",\"service\":\"postgres\",\"group_id\":\"grp_good\",\"schema\":\"odd\"}");
        Path project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");

        Outcome deploy = shell.run("deploy", project.toString(), "--connection", "con_odd");
        Outcome status = shell.run("connections", "get", "con_odd");

        assertThat(deploy.code()).isNotZero();
        assertThat(deploy.err()).contains("con_odd is of the service postgres");
        assertThat(status.err()).contains("con_odd is of the service postgres");
        assertThat(account.changes()).isEmpty();
    }
}
