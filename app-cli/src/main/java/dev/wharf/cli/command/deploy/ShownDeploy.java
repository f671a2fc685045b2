package dev.wharf.cli.command.deploy;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Shown;
import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.deployment.DeployPlan;
import dev.wharf.deployment.DeployResult;
import dev.wharf.deployment.KeyChanges;
import dev.wharf.model.Connection;
import dev.wharf.model.RanWith;
import dev.wharf.model.SetupTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a deploy did or would do, as it is shown. */
final class ShownDeploy {
    private ShownDeploy() {}

    static void show(Console console, DeployResult result) {
        console.show(document(result), () -> {
            List<String> lines = new ArrayList<>(Table.fields()
                    .row("Outcome", name(result.outcome()))
                    .row("Package", result.connectorPackage().id())
                    .row("Connection", result.connection().id())
                    .row("SHA-256", result.sha256())
                    .lines());
            if (!result.setupTests().isEmpty()) {
                Table tests = Table.headed("STATUS", "SETUP TEST", "MESSAGE");
                result.setupTests().forEach(test -> tests.row(test.status(), test.title(), test.message()));
                lines.add("");
                lines.addAll(tests.lines());
            }
            return lines;
        });
    }

    static void show(Console console, DeployPlan plan) {
        List<ShownStep> calls = plan.steps().stream().map(ShownStep::of).toList();
        console.show(document(plan, calls), () -> {
            Table fields = Table.fields().row("Would be", name(plan.outcome()));
            Connection connection = plan.connection();
            if (connection != null) {
                fields.row("Connection", connection.id());
            }
            List<String> lines = new ArrayList<>(fields.row("Runs now", plan.previous())
                    .row("Would run", plan.sha256())
                    .lines());
            lines.addAll(keys(plan.keys()));
            if (!calls.isEmpty()) {
                Table table = Table.headed("CALL", "PATH", "TO");
                calls.forEach(call -> table.row(call.method(), call.path(), call.purpose()));
                lines.add("");
                lines.addAll(table.lines());
            }
            return lines;
        });
    }

    /** Which configuration keys come and go, and never a value. */
    static List<String> keys(KeyChanges keys) {
        List<String> lines = new ArrayList<>();
        add(lines, "New configuration keys: ", keys.added());
        add(lines, "Removed configuration keys: ", keys.removed());
        add(lines, "Configuration keys sent again: ", keys.replaced());
        return lines;
    }

    /** What code had when it was deployed and would not find now, or find otherwise. */
    static void warnOfOther(RanWith had, Connection now, Invocation invocation) {
        Console console = invocation.console();
        String id = now.id().value();
        List<String> missing = had.keys().stream()
                .filter(key -> !now.secretKeys().contains(key))
                .toList();
        if (!missing.isEmpty()) {
            console.warn("This was deployed with configuration keys that the connection no longer has: "
                    + String.join(", ", missing) + ".");
            console.hint(
                    "To set them: " + invocation.next().line("connections", "update", id, "--configuration", "FILE"));
        }
        String python = had.pythonVersion();
        String present = now.pythonVersion();
        if (python != null && present != null && !python.equals(present)) {
            console.warn("This was deployed with Python " + python + ". The connection now has Python" + " " + present
                    + ".");
            console.hint(
                    "To change it: " + invocation.next().line("connections", "update", id, "--python-version", python));
        }
    }

    private static void add(List<String> lines, String what, List<String> keys) {
        if (!keys.isEmpty()) {
            lines.add(Shown.line(what + String.join(", ", keys)));
        }
    }

    private static Map<String, @Nullable Object> document(DeployResult result) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("outcome", name(result.outcome()));
        document.put("package_id", result.connectorPackage().id());
        document.put("connection_id", result.connection().id());
        document.put("file_sha256_hash", result.sha256());
        document.put("previous_sha256_hash", result.previous());
        document.put(
                "setup_tests",
                result.setupTests().stream().map(ShownDeploy::document).toList());
        return document;
    }

    private static Map<String, @Nullable Object> document(DeployPlan plan, List<ShownStep> calls) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("added", plan.keys().added());
        keys.put("removed", plan.keys().removed());
        keys.put("replaced", plan.keys().replaced());
        Connection connection = plan.connection();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("dry_run", true);
        document.put("outcome", name(plan.outcome()));
        document.put("connection_id", connection == null ? null : connection.id());
        document.put("file_sha256_hash", plan.sha256());
        document.put("previous_sha256_hash", plan.previous());
        document.put("configuration_keys", keys);
        document.put("calls", calls.stream().map(ShownStep::document).toList());
        return document;
    }

    private static Map<String, @Nullable Object> document(SetupTest test) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("title", test.title());
        document.put("status", test.status());
        document.put("message", test.message());
        return document;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
