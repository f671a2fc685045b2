package dev.wharf.http.told;

import dev.wharf.http.wire.NamingText;
import dev.wharf.http.wire.SecretBody;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.SetupTest;
import dev.wharf.model.UserId;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections as accounts tell them. Accounts have connections of many services. */
public final class ToldConnection {
    /** What is in another service's is not for us to know; all of it is passed on. */
    private static final ToldObject NO_CONFIG = new ToldObject(JsonNode.nullNode());

    private ToldConnection() {}

    /**
     * Of which service a connection is.
     *
     * @param node the JSON
     * @return the service; null if none is told
     */
    public static @Nullable String service(JsonNode node) {
        return new ToldObject(node).naming("service");
    }

    /**
     * Reads a connection of ours.
     *
     * @param node the JSON
     * @return what could be made of it; no value and no remark for a connection of another service
     */
    public static ToldItem<Connection> read(JsonNode node) {
        return of(node, Services.CONNECTOR_SDK);
    }

    /**
     * Reads a connection. One that runs a package is of ours, whether its service is told or not.
     *
     * @param node the JSON
     * @param services of which services connections are wanted
     * @return what could be made of it; no value and no remark for a connection of a service that is not wanted
     */
    public static ToldItem<Connection> of(JsonNode node, Services services) {
        ToldObject told = new ToldObject(node);
        ConnectionId id = Identifier.of(told.naming("id"), ConnectionId::new);
        String service = told.naming("service");
        if (!services.include(service)) {
            return ToldItem.passedOver();
        }
        if (id == null) {
            return ToldItem.nameless("a connection", "an id");
        }
        DestinationId destination = Identifier.of(told.naming("group_id"), DestinationId::new);
        if (service != null && !Connection.SERVICE.equals(service)) {
            told.keep("service");
            return ToldItem.of(read(told, NO_CONFIG, id, destination), "Connection " + id, told);
        }
        Connection value = read(told, told.within("config"), id, destination);
        if (service == null && value.packageId() == null) {
            return ToldItem.nameless("connection " + id, "its service");
        }
        return ToldItem.of(value, "Connection " + id, told)
                .without(service == null ? "service" : null, "Connection " + id)
                .without(destination == null ? "group_id" : null, "Connection " + id);
    }

    private static Connection read(
            ToldObject told, ToldObject config, ConnectionId id, @Nullable DestinationId destination) {
        String configured = config.text("schema");
        String schema = told.text("schema");
        String name = schema == null ? configured : schema;
        if (name == null) {
            told.keep("schema");
        }
        List<String> keys = config.read("secrets_list", ToldConnection::keys, ToldConnection::isMasked);
        List<SetupTest> tests = told.read("setup_tests", ToldSetupTests::read, ToldSetupTests::isOurs);
        return new Connection(
                id,
                destination,
                new ConnectionName(name == null ? "" : name),
                Identifier.of(config.naming("package_id"), PackageId::new),
                config.naming("python_version"),
                Boolean.TRUE.equals(told.flag("paused")),
                told.number("sync_frequency"),
                told.read("destination_schema_names", ToldConnection::naming, node -> true),
                networking(told, config),
                schedule(told),
                keys == null ? List.of() : keys,
                tests == null ? List.of() : tests,
                status(told),
                Identifier.of(told.naming("connected_by"), UserId::new),
                told.moment("created_at"),
                told.others());
    }

    private static Networking networking(ToldObject told, ToldObject config) {
        return new Networking(
                told.naming("networking_method"),
                told.naming("proxy_agent_id"),
                told.naming("private_link_id"),
                told.naming("hybrid_deployment_agent_id"),
                config.naming("proxy_host_config_key"));
    }

    private static Schedule schedule(ToldObject told) {
        return new Schedule(
                told.naming("schedule_type"),
                told.naming("daily_sync_time"),
                told.flag("pause_after_trial"),
                told.naming("data_delay_sensitivity"),
                told.number("data_delay_threshold"));
    }

    private static ConnectionStatus status(ToldObject told) {
        ToldObject status = told.within("status");
        return new ConnectionStatus(
                status.naming("setup_state"),
                status.naming("sync_state"),
                status.naming("update_state"),
                status.flag("is_historical_sync"),
                told.moment("succeeded_at"),
                told.moment("failed_at"));
    }

    /** A word that is not known is as none, and passed on. */
    private static @Nullable SchemaNaming naming(JsonNode node) {
        return node.isString() ? NamingText.told(node.getStringValue()) : null;
    }

    private static @Nullable List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        if (node.isArray()) {
            for (JsonNode each : node.values()) {
                String key = new ToldObject(each).text("key");
                if (key != null) {
                    keys.add(key);
                }
            }
            return keys;
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.entries()) {
                keys.add(entry.getKey());
            }
            return keys;
        }
        return null;
    }

    /** Whether each entry has a key and our mask, and nothing else. */
    private static boolean isMasked(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode each : node.values()) {
            JsonNode key = each.isObject() ? each.get("key") : null;
            JsonNode value = each.isObject() ? each.get("value") : null;
            if (each.size() != 2
                    || key == null
                    || !key.isString()
                    || value == null
                    || !value.isString()
                    || !SecretBody.MASK.equals(value.getStringValue())) {
                return false;
            }
        }
        return true;
    }
}
