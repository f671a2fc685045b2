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

/** An account with many odd things at once, one of each kind: none of them is in the way of the others. */
class OddAccountTest {
    private static final String[] NAMES = {
        "\"Prod (EU)\"",
        "\"R&D\"",
        "\"A/B test\"",
        "\"Bob's\"",
        "\"#1\"",
        "\" lead\"",
        "\"trail \"",
        "\"prod+dev\"",
        "\"wh 🚢\"",
        "\"\"",
        "null",
        "\"Lager Süd\"",
        "\"a, b\"",
        "\"a:b\"",
        "\"x@y\"",
        "\"" + "x".repeat(300) + "\"",
        "\"a\\nb\"",
        "\"a\\u001b[31mred\"",
        "\"two  spaces\"",
        "\"twin\"",
        "\"twin\"",
        "7",
        "\"\\u202egnp\"",
    };
    private static final String[] SCHEMAS = {
        "\"Sales-EU\"",
        "\"sales.eu\"",
        "\"my sales\"",
        "\"2024_api\"",
        "null",
        "\"\"",
        "\"größe\"",
        "\"" + "y".repeat(300) + "\"",
    };

    /** What stands in a connection in place of what usually does. */
    private static final String[] CONNECTION_FIELDS = {
        "\"connected_by\":null",
        "\"config\":null",
        "\"created_at\":null",
        "\"group_id\":null",
        "\"service\":\"google_sheets\"",
        "\"sync_frequency\":\"360\"",
        "\"sync_frequency\":null",
        "\"status\":\"ok\"",
        "\"status\":{\"tasks\":[{\"code\":\"x\",\"message\":\"y\"}]}",
        "\"setup_tests\":[{\"title\":\"T\",\"status\":\"SKIPPED\"}]",
        "\"destination_schema_names\":\"SOMETHING_NEW\"",
        "\"networking_method\":\"NewMethod\"",
        "\"config\":{\"schema\":\"s\",\"secrets_list\":{\"a\":\"b\"}}",
        "\"config\":{\"schema\":\"s\",\"secrets_list\":null}",
        "\"config\":{\"schema\":\"s\",\"secrets_list\":[{\"key\":\"a\",\"value\":[\"x\"]}]}",
        "\"something_new\":{\"a\":[1]}",
    };

    private static final String[] PACKAGE_FIELDS = {
        "\"created_by\":null",
        "\"created_by\":\"jane.doe+ci@example.com\"",
        "\"created_by\":\"System Key (CI)\"",
        "\"created_by\":\"\"",
        "\"updated_at\":null",
        "\"updated_at\":\"2026-01-01T00:00:00.123456Z\"",
        "\"updated_at\":\"2026-01-01T00:00:00+02:00\"",
        "\"updated_at\":\"2026-01-01T00:00:00\"",
        "\"file_sha256_hash\":\"sha256:abc\"",
        "\"file_sha256_hash\":null",
        "\"connection_id\":\"\"",
        "\"connection_ids\":null",
        "\"created_at\":17",
        "\"visible\":true",
    };
    private static final String[] IDS = {"a/b", "a.b", "a b", "GRP-ODD", "ключ", "6f1c1c9e-2b7e-4a57-9d0e-0d7f2c9a1b11"
    };

    @TempDir
    Path directory;

    private FakeAccount account;
    private Shell shell;
    private Path project;
    private int things;

    @BeforeEach
    void fill() throws Exception {
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=update)\n");
        account = new FakeAccount();
        for (String name : NAMES) {
            String id = "grp_odd_" + things++;
            account.groups.put(id, "{\"id\":\"" + id + "\",\"name\":" + name + "}");
        }
        for (String id : IDS) {
            account.groups.put("g" + id, "{\"id\":\"g" + id + "\",\"name\":\"of an odd id " + things++ + "\"}");
            archive("p" + id, "{\"id\":\"p" + id + "\"}");
        }
        for (String schema : SCHEMAS) {
            connection("\"schema\":" + schema + ",\"config\":{\"schema\":" + schema + "}");
        }
        for (String field : CONNECTION_FIELDS) {
            connection("\"schema\":\"odd_" + things + "\"," + field);
        }
        for (String field : PACKAGE_FIELDS) {
            String id = "pkg_odd_" + things++;
            archive(id, "{\"id\":\"" + id + "\"," + field + "}");
        }
        shell = new Shell(directory);
        account.signIn(shell.environment);
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private void connection(String fields) {
        String id = "con_odd_" + things++;
        String group = fields.contains("\"group_id\"") ? "" : ",\"group_id\":\"grp_good\"";
        String service = fields.contains("\"service\"") ? "" : ",\"service\":\"connector_sdk\"";
        account.connections.put(
                id,
                new Connection(
                        id,
                        "grp_good",
                        id,
                        "",
                        new TreeMap<>(),
                        "{\"id\":\"" + id + "\"" + group + service + "," + fields + "}"));
    }

    private void archive(String id, String told) {
        account.packages.put(
                id, new Archive(id, id.getBytes(StandardCharsets.UTF_8), "usr_ann", "2026-01-01T00:00:00Z", told));
        things++;
    }

    @Test
    void every_list_shows_all_of_them() {
        assertThat(things).isGreaterThanOrEqualTo(60);
        Outcome destinations = shell.run("destinations", "list", "--all");
        Outcome connections = shell.run("connections", "list", "--all");
        Outcome packages = shell.run("packages", "list", "--all");

        assertThat(destinations.code()).as(destinations.err()).isZero();
        assertThat(connections.code()).as(connections.err()).isZero();
        assertThat(packages.code()).as(packages.err()).isZero();
        assertThat(destinations.lines()).hasSize(1 + account.groups.size());
        assertThat(packages.lines()).hasSize(1 + account.packages.size());
        account.connections.forEach((id, each) -> {
            if (!each.odd().contains("google_sheets")) {
                assertThat(connections.out() + connections.err()).contains(id);
            }
        });
        assertThat(destinations.out()).doesNotContain("\u001b", "\u202e").contains("\\u001b[31mred", "\\u202egnp");
    }

    @Test
    void each_can_be_got_by_its_id() {
        account.packages.keySet().forEach(id -> {
            Outcome outcome = shell.run("packages", "get", id);
            assertThat(outcome.code()).as(id + outcome.err()).isZero();
            assertThat(outcome.out()).contains(id);
        });
        account.connections.forEach((id, each) -> {
            if (!each.odd().contains("google_sheets") && !each.odd().contains("\"group_id\":null")) {
                Outcome outcome = shell.run("connections", "get", id);
                assertThat(outcome.code()).as(each.odd() + outcome.err()).isZero();
            }
        });
    }

    @Test
    void a_deploy_to_a_good_destination_and_the_way_back_work() throws Exception {
        Outcome first = deploy();
        assertThat(first.code()).as(first.err()).isZero();
        Files.writeString(project.resolve("connector.py"), "connector = Connector(update=other)\n");
        Outcome second = deploy();
        assertThat(second.field("Outcome")).isEqualTo("updated");

        Outcome back = shell.run("rollback", "tides");

        assertThat(back.code()).as(back.err()).isZero();
        assertThat(account.fileOf(first.field("Connection"))).isEqualTo(first.field("SHA-256"));
        assertThat(shell.run("history", "tides").lines()).hasSize(4);
        assertThat(shell.run("status").code()).isZero();
    }

    @Test
    void a_destination_of_an_odd_name_or_id_can_be_deployed_to_and_twins_by_id_only() {
        for (String named : new String[] {"Prod (EU)", "A/B test", "grp_odd_0", "ga/b", "Lager Süd"}) {
            Outcome outcome = shell.run(
                    "deploy", project.toString(), "--destination", named, "--connection", "c_" + account.calls.size());
            assertThat(outcome.code()).as(named + outcome.err()).isZero();
        }
        Outcome twin = shell.run("deploy", project.toString(), "--destination", "twin", "--connection", "c");

        assertThat(twin.code()).isEqualTo(2);
        assertThat(twin.err()).contains("2 destinations named 'twin'", "grp_odd_19", "grp_odd_20");
    }

    @Test
    void a_connection_whose_name_could_not_be_given_is_deployed_to_by_its_id() {
        account.archive("p_named", "x".getBytes(StandardCharsets.UTF_8));
        account.connection("con-1", "Sales (EU)", "p_named");

        Outcome first = shell.run("deploy", project.toString(), "--connection-id", "con-1");
        Outcome second = shell.run("deploy", project.toString(), "--destination", "Warehouse", "--connection", "con-1");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.field("Connection")).isEqualTo("con-1");
        assertThat(first.field("Outcome")).isEqualTo("updated");
        assertThat(second.field("Outcome")).isEqualTo("unchanged");
        assertThat(shell.run("history", "con-1").code()).isZero();
    }

    @Test
    void pruning_takes_only_what_is_known_to_be_free_and_old() {
        Outcome dry = shell.run("packages", "prune", "--older-than", "1m", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        account.before = (call, fake) -> call.equals("DELETE /v1/connector-sdk/packages/pkg_odd_" + lastOld())
                ? FakeAccount.refused(403, "Not yours.\u001b[31m")
                : null;

        Outcome outcome = shell.run("packages", "prune", "--older-than", "1m", "--yes");

        assertThat(outcome.err()).doesNotContain("\u001b");
        assertThat(account.packages).isNotEmpty();
    }

    private String lastOld() {
        return account.packages.values().stream()
                .filter(each -> String.valueOf(each.odd()).contains("+02:00"))
                .map(each -> each.id().substring("pkg_odd_".length()))
                .findFirst()
                .orElse("");
    }

    private Outcome deploy() {
        return shell.run("deploy", project.toString(), "--destination", "Warehouse", "--connection", "tides");
    }
}
