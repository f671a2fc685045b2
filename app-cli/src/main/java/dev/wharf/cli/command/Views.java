package dev.wharf.cli.command;

import dev.wharf.cli.console.Table;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Cursor;
import dev.wharf.model.Destination;
import dev.wharf.model.Page;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an account holds, as it is shown: to programs under the REST API's names, to people in their own words. */
public final class Views {
    private static final String MASK = "******";
    private static final int SHORT_HASH = 12;

    private Views() {}

    public static Map<String, @Nullable Object> document(ConnectorPackage value) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", value.id());
        document.put("connection_id", value.connectionId());
        document.put("connection_ids", value.connectionIds());
        document.put("created_by", value.createdBy());
        document.put("last_updated_by", value.lastUpdatedBy());
        document.put("created_at", value.createdAt());
        document.put("updated_at", value.updatedAt());
        document.put("file_sha256_hash", value.sha256());
        return document;
    }

    public static List<String> lines(ConnectorPackage value) {
        return Table.fields()
                .row("ID", value.id())
                .row(value.connectionIds().size() > 1 ? "Connections" : "Connection", connections(value))
                .row("Created", signed(value.createdAt(), value.createdBy()))
                .row("Updated", signed(value.updatedAt(), value.lastUpdatedBy()))
                .row("SHA-256", value.sha256())
                .lines();
    }

    public static Table packages(List<ConnectorPackage> values) {
        Table table = Table.headed("ID", "CONNECTION", "UPDATED", "UPDATED BY", "SHA-256");
        values.forEach(p ->
                table.row(p.id(), connections(p), moment(p.updatedAt()), p.lastUpdatedBy(), shortened(p.sha256())));
        return table;
    }

    public static Map<String, @Nullable Object> document(Connection value) {
        Map<String, @Nullable Object> config = new LinkedHashMap<>();
        config.put("schema", value.name());
        config.put("package_id", value.packageId());
        config.put("python_version", value.pythonVersion());
        config.put("proxy_host_config_key", value.networking().proxyHostKey());
        config.put(
                "secrets_list", value.secretKeys().stream().map(Views::masked).toList());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", value.id());
        document.put("group_id", value.destinationId());
        document.put("service", Connection.SERVICE);
        document.put("schema", value.name());
        document.put("paused", value.paused());
        document.put("sync_frequency", value.syncFrequencyMinutes());
        document.put("destination_schema_names", value.naming() == null ? null : value.naming() + "_NAMING");
        document.put("networking_method", value.networking().method());
        document.put("proxy_agent_id", value.networking().proxyAgentId());
        document.put("private_link_id", value.networking().privateLinkId());
        document.put("hybrid_deployment_agent_id", value.networking().hybridDeploymentAgentId());
        document.put("schedule_type", value.schedule().type());
        document.put("daily_sync_time", value.schedule().dailySyncTime());
        document.put("pause_after_trial", value.schedule().pauseAfterTrial());
        document.put("succeeded_at", value.status().succeededAt());
        document.put("failed_at", value.status().failedAt());
        document.put("status", status(value.status()));
        document.put("connected_by", value.createdBy());
        document.put("created_at", value.createdAt());
        document.put("config", config);
        return document;
    }

    private static Map<String, @Nullable Object> status(ConnectionStatus value) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("setup_state", value.setupState());
        document.put("sync_state", value.syncState());
        document.put("update_state", value.updateState());
        document.put("is_historical_sync", value.historicalSync());
        return document;
    }

    public static List<String> lines(Connection value) {
        Integer frequency = value.syncFrequencyMinutes();
        return Table.fields()
                .row("ID", value.id())
                .row("Name", value.name())
                .row("Destination", value.destinationId())
                .row("Package", value.packageId())
                .row("Python", value.pythonVersion())
                .row("Paused", value.paused() ? "yes" : "no")
                .row("Syncs", frequency == null ? null : "every " + frequency + " minutes")
                .row("Configured", value.secretKeys().isEmpty() ? null : String.join(", ", value.secretKeys()))
                .row("Created", signed(value.createdAt(), value.createdBy()))
                .lines();
    }

    public static Table connections(List<Connection> values) {
        Table table = Table.headed("ID", "NAME", "DESTINATION", "PACKAGE", "PYTHON", "PAUSED");
        values.forEach(c -> table.row(
                c.id(), c.name(), c.destinationId(), c.packageId(), c.pythonVersion(), c.paused() ? "yes" : "no"));
        return table;
    }

    public static Map<String, @Nullable Object> document(Destination value) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", value.id());
        document.put("name", value.name());
        document.put("created_at", value.createdAt());
        return document;
    }

    public static Table destinations(List<Destination> values) {
        Table table = Table.headed("ID", "NAME", "CREATED");
        values.forEach(d -> table.row(d.id(), d.name(), moment(d.createdAt())));
        return table;
    }

    public static <T> Map<String, @Nullable Object> document(
            Page<T> page, Function<T, Map<String, @Nullable Object>> view) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("items", page.items().stream().map(view).toList());
        Cursor next = page.nextCursor();
        if (next != null) {
            document.put("next_cursor", next);
        }
        return document;
    }

    private static Map<String, Object> masked(String key) {
        Map<String, Object> secret = new LinkedHashMap<>();
        secret.put("key", key);
        secret.put("value", MASK);
        return secret;
    }

    /** All of them: whoever changes a package changes the code of each. */
    private static @Nullable String connections(ConnectorPackage value) {
        return value.isBound()
                ? String.join(
                        ", ",
                        value.connectionIds().stream().map(ConnectionId::value).toList())
                : null;
    }

    private static @Nullable String signed(@Nullable Instant at, @Nullable UserId by) {
        if (at == null) {
            return by == null ? null : "by " + by;
        }
        return moment(at) + (by == null ? "" : " by " + by);
    }

    private static @Nullable Instant moment(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static @Nullable String shortened(@Nullable Sha256 sha256) {
        return sha256 == null ? null : sha256.hex().substring(0, SHORT_HASH);
    }
}
