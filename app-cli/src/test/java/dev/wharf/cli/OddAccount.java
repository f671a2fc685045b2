package dev.wharf.cli;

import dev.wharf.cli.FakeAccount.Archive;
import dev.wharf.cli.FakeAccount.Connection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An account in which everything is as odd as it may be. */
abstract class OddAccount {
    static final String[] NAMES = {
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
    static final String[] SCHEMAS = {
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
    static final String[] CONNECTION_FIELDS = {
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

    static final String[] PACKAGE_FIELDS = {
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
    static final String[] IDS = {"a/b", "a.b", "a b", "GRP-ODD", "ключ", "6f1c1c9e-2b7e-4a57-9d0e-0d7f2c9a1b11"};

    @TempDir
    Path directory;

    FakeAccount account;
    Shell shell;
    Path project;
    int things;

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

    void connection(String fields) {
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

    void archive(String id, String told) {
        account.packages.put(
                id, new Archive(id, id.getBytes(StandardCharsets.UTF_8), "usr_ann", "2026-01-01T00:00:00Z", told));
        things++;
    }
}
