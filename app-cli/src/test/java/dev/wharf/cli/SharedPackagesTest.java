package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One package that runs two connections, in an account that lets packages go whether they are in use or not. */
class SharedPackagesTest {
    @TempDir
    Path directory;

    private FakeAccount account;
    private Shell shell;
    private Path project;

    @BeforeEach
    void twoConnectionsOnOnePackage() throws Exception {
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        account = new FakeAccount();
        account.archive("p1", "old".getBytes(StandardCharsets.UTF_8));
        account.archive("p2", "free".getBytes(StandardCharsets.UTF_8));
        account.connection("con_1", "tides", "p1");
        account.connection("con_2", "ebb", "p1");
        shell = new Shell(directory);
        account.signIn(shell.environment);
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void a_deploy_to_one_of_them_stops_before_anything_is_sent_and_names_the_other() {
        for (String way : new String[] {"automatic", "in_place"}) {
            Outcome outcome = deploy("--way", way);

            assertThat(outcome.code()).isEqualTo(4);
            assertThat(outcome.err()).contains("p1", "ebb (con_2)", "--way repoint", "--shared");
        }
        assertThat(account.changes()).isEmpty();
        assertThat(deploy("--dry-run").code()).isEqualTo(4);
    }

    @Test
    void repointing_gives_it_a_package_of_its_own_and_leaves_the_shared_one() {
        Outcome outcome = deploy("--way", "repoint");

        assertThat(outcome.field("Outcome")).isEqualTo("repointed");
        assertThat(account.changes()).noneMatch(call -> call.startsWith("DELETE"));
        assertThat(account.connections.get("con_2").packageId()).isEqualTo("p1");
        assertThat(account.connections.get("con_1").packageId()).isEqualTo(outcome.field("Package"));
    }

    @Test
    void it_is_changed_for_all_on_purpose_only() {
        assertThat(deploy("--shared", "--dry-run").out()).contains("for ebb (con_2) too");
        assertThat(deploy("--shared", "--way", "repoint").code()).isEqualTo(2);

        Outcome outcome = deploy("--shared");

        assertThat(outcome.field("Outcome")).isEqualTo("updated");
        assertThat(account.fileOf("con_2")).isEqualTo(outcome.field("SHA-256"));
    }

    @Test
    void a_connection_that_joins_during_the_deploy_is_noticed() {
        account.connections.remove("con_2");
        account.before = (call, fake) -> {
            if (call.endsWith("/p1/download")) {
                fake.connection("con_9", "late", "p1");
            }
            return null;
        };

        Outcome outcome = deploy();

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("con_9");
        assertThat(account.changes()).isEmpty();
    }

    @Test
    void it_is_never_free_whichever_side_tells_of_its_use() {
        account.packages.computeIfPresent(
                "p1",
                (id, told) -> new FakeAccount.Archive(
                        id,
                        told.bytes(),
                        told.createdBy(),
                        told.createdAt(),
                        "{\"id\":\"p1\",\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"2026-01-01T00:00:00Z\"}"));

        assertThat(shell.run("packages", "list", "--unbound").out())
                .contains("p2")
                .doesNotContain("p1");
        assertThat(shell.run("packages", "prune", "--older-than", "1m", "--yes").out())
                .isEqualTo("Deleted package p2\n");
        Outcome refused = shell.run("packages", "delete", "p1", "--yes");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("tides (con_1)", "ebb (con_2)");
        assertThat(account.packages).containsOnlyKeys("p1");
    }

    @Test
    void its_file_is_not_replaced_unasked_by_an_update_either() {
        Outcome refused = shell.run("packages", "update", "p1", project.toString());

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("tides (con_1)", "ebb (con_2)", "--shared");
        assertThat(account.changes()).isEmpty();
        assertThat(shell.run("packages", "update", "p1", project.toString(), "--shared")
                        .code())
                .isZero();
    }

    @Test
    void each_package_that_was_to_be_deleted_has_an_outcome() {
        account.archiveOf("usr_bob", "p3", "bob's".getBytes(StandardCharsets.UTF_8));
        account.before = (call, fake) -> call.equals("DELETE /v1/connector-sdk/packages/p3")
                ? FakeAccount.refused(403, "It is not yours.")
                : null;

        Outcome outcome = shell.run("packages", "prune", "--older-than", "1m", "--yes", "-o", "json");

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.out().replaceAll("\\s+", ""))
                .contains("{\"id\":\"p2\",\"outcome\":\"deleted\",\"reason\":null}")
                .contains("\"id\":\"p3\",\"outcome\":\"refused\",\"reason\":\"");
    }

    @Test
    void a_key_that_may_not_list_connections_is_told_that_nothing_counts_as_free() {
        account.before = (call, fake) ->
                call.startsWith("GET /v1/connections") ? FakeAccount.refused(403, "This key may not.") : null;

        for (String[] command : new String[][] {
            {"packages", "prune", "--older-than", "1m", "--yes"}, {"packages", "delete", "p2", "--yes"}
        }) {
            Outcome refused = shell.run(command);

            assertThat(refused.code()).isEqualTo(6);
            assertThat(refused.err()).contains("Use a key that may list connections", "This key may not.");
        }
        assertThat(account.packages).containsKeys("p1", "p2");
    }

    @Test
    void a_blank_variable_is_named_before_anything_is_asked() {
        for (String variable : new String[] {"FIVETRAN_DESTINATION_NAME", "FIVETRAN_CONNECTION_NAME"}) {
            shell.environment.put("FIVETRAN_DESTINATION_NAME", "Warehouse");
            shell.environment.put("FIVETRAN_CONNECTION_NAME", "tides");
            shell.environment.put(variable, " \n");

            Outcome refused = shell.run("deploy", project.toString());

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains(variable + " is blank");
        }
        assertThat(account.calls).isEmpty();
    }

    private Outcome deploy(String... more) {
        return shell.run(Stream.concat(
                        Stream.of("deploy", project.toString(), "--destination", "Warehouse", "--connection", "tides"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
