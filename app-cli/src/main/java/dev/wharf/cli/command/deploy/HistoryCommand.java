package dev.wharf.cli.command.deploy;

import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.RanWith;
import dev.wharf.model.Sha256;
import dev.wharf.model.SourceRevision;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what was deployed. */
@Command(
        name = "history",
        description = "Lists the deploys to a connection, the oldest first.",
        footer = {"", "Example:", "  wharf history weather"})
public final class HistoryCommand implements Callable<Integer> {
    private static final int SHORT = 12;

    private final Invocation invocation;

    @Parameters(paramLabel = "CONNECTION", description = "The connection's name or id.")
    private String connection = "";

    @Option(names = "--destination", paramLabel = "D", description = "The connection's destination, by name or id.")
    private @Nullable String destination;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public HistoryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (OpenTarget target = invocation.open()) {
            List<DeployRecord> entries = KnownDeploys.named(target, connection, destination);
            List<Map<String, @Nullable Object>> items = new ArrayList<>();
            Table table = Table.headed("N", "WHEN", "WHO", "OUTCOME", "FROM", "TO", "COMMIT");
            for (int i = 0; i < entries.size(); i++) {
                DeployRecord entry = entries.get(i);
                items.add(document(i + 1, entry));
                table.row(
                        i + 1,
                        entry.at().truncatedTo(ChronoUnit.SECONDS),
                        entry.user(),
                        name(entry.state()),
                        shortened(entry.from()),
                        shortened(entry.to()),
                        shortened(entry.source()));
            }
            invocation
                    .console()
                    .showList(
                            Map.of("items", items),
                            () -> table,
                            entries.isEmpty(),
                            "No deploy to this connection is known here.");
        }
        return 0;
    }

    private static Map<String, @Nullable Object> document(int number, DeployRecord entry) {
        SourceRevision source = entry.source();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("number", number);
        document.put("at", entry.at());
        document.put("user", entry.user());
        document.put("outcome", name(entry.state()));
        document.put("destination", entry.destination());
        document.put("connection", entry.connectionName());
        document.put("connection_id", entry.connectionId());
        document.put("package_id", entry.packageId());
        document.put("previous_sha256_hash", entry.from());
        document.put("file_sha256_hash", entry.to());
        document.put("commit", source == null ? null : source.commit());
        document.put("branch", source == null ? null : source.branch());
        document.put("modified", source == null ? null : source.modified());
        document.put("settings", RanWith.asked(entry.settings()));
        RanWith had = RanWith.in(entry.settings()).orElse(null);
        document.put("configuration_keys", had == null ? null : had.keys());
        document.put("python_version", had == null ? null : had.pythonVersion());
        document.put("note", entry.note());
        return document;
    }

    private static String name(DeployRecord.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String shortened(@Nullable Sha256 hash) {
        return hash == null ? null : hash.hex().substring(0, SHORT);
    }

    private static @Nullable String shortened(@Nullable SourceRevision source) {
        if (source == null) {
            return null;
        }
        String commit = source.commit();
        return commit.substring(0, Math.min(commit.length(), SHORT)) + (source.modified() ? " (modified)" : "");
    }
}
