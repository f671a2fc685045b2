package dev.wharf.http.wire;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection to make, or changes to one, as callers of the REST API ask for them. */
public final class AskedConnection {
    private static final String CONFIG = "config";

    private final AskedObject body;
    private final @Nullable AskedObject config;
    private final ConnectionSettings settings;
    private final @Nullable String groupId;
    private final @Nullable String service;
    private final @Nullable String schema;

    /**
     * Reads what is asked for.
     *
     * @param node the body
     * @throws InvalidRequestException if a field is of another type than it must have, or cannot be; the message names it and never
     *     shows its value
     */
    public AskedConnection(JsonNode node) {
        body = new AskedObject(node, "");
        config = body.within(CONFIG);
        groupId = body.text("group_id");
        service = body.text("service");
        schema = config == null ? null : config.text("schema");
        settings = readSettings(Fields.NONE);
    }

    /**
     * A connection to make.
     *
     * @return the connection
     * @throws InvalidRequestException if something is missing or cannot be
     */
    public NewConnection newConnection() {
        if (groupId == null) {
            throw new InvalidRequestException(
                    "group_id is missing.", "Send the id of the destination (GET /v1/groups lists them).");
        }
        if (!Connection.SERVICE.equals(service)) {
            throw new InvalidRequestException(
                    "service must be \"" + Connection.SERVICE + "\", the only service of this registry.");
        }
        if (schema == null) {
            throw new InvalidRequestException("config.schema is missing.", "Send the connection's name.");
        }
        return new NewConnection(new DestinationId(groupId), new ConnectionName(schema), settings);
    }

    /**
     * What is asked for beside where and what the connection is.
     *
     * @return the settings
     */
    public ConnectionSettings settings() {
        return settings;
    }

    /**
     * Whether it is said which connection this is, or where.
     *
     * @return true if it is
     */
    public boolean namesIt() {
        return groupId != null || service != null || schema != null;
    }

    /**
     * What is asked for of a connection, once what is said of which it is, and where, is seen to be so: none of that can be changed. What
     * the schema of another service is, its account decides.
     *
     * @param present the connection
     * @return the settings
     * @throws InvalidRequestException the first that is not so, by its name
     */
    public ConnectionSettings settingsFor(Connection present) {
        DestinationId destination = present.destinationId();
        checkSame("group_id", groupId, destination == null ? groupId : destination.value());
        checkSame("service", service, present.service());
        if (Connection.SERVICE.equals(present.service())) {
            checkSame("config.schema", schema, present.name().value());
            return settings;
        }
        return schema == null ? settings : readSettings(Fields.NONE.with(CONFIG, Map.of("schema", schema)));
    }

    private static void checkSame(String name, @Nullable String asked, @Nullable String present) {
        if (asked != null && !asked.equals(present)) {
            throw new InvalidRequestException(
                    name + " cannot be changed.", "Leave it out, or create another connection.");
        }
    }

    private ConnectionSettings readSettings(Fields more) {
        String packageId = config == null ? null : config.text("package_id");
        String python = config == null ? null : config.text("python_version");
        String proxyHostKey = config == null ? null : config.text("proxy_host_config_key");
        List<Secret> secrets = config == null ? null : secrets(config);
        Networking networking = new Networking(
                body.text("networking_method"),
                body.text("proxy_agent_id"),
                body.text("private_link_id"),
                body.text("hybrid_deployment_agent_id"),
                proxyHostKey);
        Schedule schedule = new Schedule(
                body.text("schedule_type"),
                body.text("daily_sync_time"),
                body.flag("pause_after_trial"),
                body.text("data_delay_sensitivity"),
                body.number("data_delay_threshold"));
        return new ConnectionSettings(
                packageId == null ? null : new PackageId(packageId),
                python,
                body.flag("paused"),
                body.number("sync_frequency"),
                NamingText.asked(body.text("destination_schema_names")),
                networking,
                schedule,
                secrets,
                body.flag("run_setup_tests"),
                cleared(),
                // Last: what is asked for above is known from then on.
                others().and(more));
    }

    private Set<String> cleared() {
        Set<String> all = new LinkedHashSet<>(body.cleared());
        if (config != null) {
            all.addAll(config.cleared());
        }
        return all;
    }

    private Fields others() {
        Fields inConfig = config == null ? Fields.NONE : config.others();
        return inConfig.isEmpty() ? body.others() : body.others().with(CONFIG, inConfig.asMap());
    }

    private static @Nullable List<Secret> secrets(AskedObject config) {
        JsonNode list = config.value("secrets_list");
        if (list == null) {
            return null;
        }
        if (!list.isArray()) {
            throw config.wrong("secrets_list", "a list of objects with a key and a value");
        }
        List<Secret> secrets = new ArrayList<>();
        for (JsonNode each : list.values()) {
            JsonNode key = each.isObject() ? each.get("key") : null;
            JsonNode given = each.isObject() ? each.get("value") : null;
            if (key == null || !key.isString() || given == null) {
                throw new InvalidRequestException(
                        "Every entry of config.secrets_list needs a key, which is a text, and a value, which may"
                                + " be null.");
            }
            SecretValue value = JsonSecret.read(given);
            if (value == null) {
                throw new InvalidRequestException("The value of the key '" + shown(key.getStringValue())
                        + "' in config.secrets_list must be a text, a list of texts, or null.");
            }
            secrets.add(new Secret(key.getStringValue(), value));
        }
        return secrets;
    }

    private static String shown(String key) {
        String plain = key.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }
}
