package dev.wharf.registry;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.AccountPath;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.Cursor;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Connections;
import dev.wharf.port.Destinations;
import dev.wharf.port.catalog.CatalogReads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients of the vendor's API read beside packages, connections and groups, as far as a hosted registry has it. */
final class HostedReads {
    private final CatalogReads catalog;
    private final Connections connections;
    private final Destinations destinations;

    HostedReads(CatalogReads catalog, Connections connections, Destinations destinations) {
        this.catalog = catalog;
        this.connections = connections;
        this.destinations = destinations;
    }

    Fields read(AccountPath path) {
        List<String> at = path.segments();
        String first = at.isEmpty() ? "" : at.get(0);
        return switch (first) {
            case "destinations" -> at.size() == 1 ? allDestinations(path) : destination(path);
            case "groups" -> usersOfGroup(path);
            case "connections", "connectors" -> ofConnection(path);
            case "metadata" -> ConnectorTypes.read(path);
            case "connector-sdk" -> migration(path);
            default -> throw nothingAt(path);
        };
    }

    static NotFoundException nothingAt(AccountPath path) {
        return new NotFoundException(
                Resource.OTHER, "This registry has nothing at " + path + ".", "See /docs for the paths of this API.");
    }

    private Fields allDestinations(AccountPath path) {
        return items(destinations.list(page(path)), HostedReads::shown);
    }

    private Fields destination(AccountPath path) {
        if (path.segments().size() != 2) {
            throw nothingAt(path);
        }
        return Fields.of(
                shown(destinations.retrieve(new DestinationId(path.segments().get(1)))));
    }

    /** A registry moves no data, so of a destination there is what clients need and nothing to log in with. */
    private static Map<String, @Nullable Object> shown(Destination destination) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", destination.id().value());
        told.put("group_id", destination.id().value());
        told.put("service", "managed_data_lake");
        told.put("region", "GCP_US_EAST4");
        told.put("time_zone_offset", "0");
        told.put("daylight_saving_time_enabled", false);
        told.put("setup_status", "CONNECTED");
        told.put("networking_method", "Directly");
        told.put("private_link_id", null);
        told.put("proxy_agent_id", null);
        told.put("hybrid_deployment_agent_id", null);
        told.put("config", Map.of());
        return told;
    }

    /** The users of a registry belong to no group, and each sees all groups; so the one told is who made it. */
    private Fields usersOfGroup(AccountPath path) {
        List<String> at = path.segments();
        if (at.size() != 3 || !"users".equals(at.get(2))) {
            throw nothingAt(path);
        }
        String group = destinations.retrieve(new DestinationId(at.get(1))).id().value();
        List<Map<String, @Nullable Object>> users =
                catalog.audit().findLast(AuditEntry.Action.DESTINATION_CREATED, group).map(HostedReads::maker).stream()
                        .toList();
        return Fields.of(Map.of("items", users));
    }

    /** Of a user nothing is known but the name; what clients read besides is there, and empty. */
    private static Map<String, @Nullable Object> maker(AuditEntry made) {
        String name = made.user().value();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", name);
        told.put("email", "");
        told.put("given_name", name);
        told.put("family_name", "");
        told.put("verified", true);
        told.put("invited", false);
        told.put("active", true);
        told.put("picture", null);
        told.put("phone", null);
        told.put("role", null);
        told.put("logged_in_at", null);
        told.put("created_at", made.at().toString());
        return told;
    }

    private Fields ofConnection(AccountPath path) {
        List<String> at = path.segments();
        if (at.size() != 3) {
            throw nothingAt(path);
        }
        ConnectionId id = connections.retrieve(new ConnectionId(at.get(1))).id();
        return switch (at.get(2)) {
            case "schemas" ->
                Fields.of(Map.of(
                        "enable_new_by_default", true, "schema_change_handling", "ALLOW_ALL", "schemas", Map.of()));
            case "state" -> Fields.of(Map.of("state", state(id).asMap()));
            default -> throw nothingAt(path);
        };
    }

    private Fields state(ConnectionId id) {
        return catalog.syncs()
                .findState(id)
                .orElseThrow(() -> new InvalidRequestException(
                        "The connection " + id
                                + " has no state. This registry runs no connectors, so none was written.",
                        "PATCH a state to the connection first."));
    }

    private Fields migration(AccountPath path) {
        if (!path.segments().equals(List.of("connector-sdk", "migration", "connections"))) {
            throw nothingAt(path);
        }
        Page<Connection> page = connections.list(ConnectionFilter.ALL, page(path));
        Map<DestinationId, String> groups =
                catalog
                        .destinations()
                        .find(page.items().stream()
                                .map(HostedReads::groupOf)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                Destination::id, each -> each.name().value()));
        Set<PackageId> shared = catalog.packages()
                .findShared(page.items().stream()
                        .map(Connection::packageId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return items(
                page,
                each -> deployed(
                        each,
                        // Gone since the page was read.
                        groups.getOrDefault(groupOf(each), groupOf(each).value()),
                        each.packageId() != null && shared.contains(each.packageId())));
    }

    /** How a connection was deployed, as the vendor's client writes it down for its next deploy. */
    private static Map<String, @Nullable Object> deployed(Connection connection, String groupName, boolean shared) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", connection.id().value());
        told.put("group_id", groupOf(connection).value());
        told.put("group_name", groupName);
        told.put("schema", connection.name().value());
        told.put("python_version", connection.pythonVersion());
        told.put("destination_schema_names", connection.naming() == null ? null : connection.naming() + "_NAMING");
        told.put("hybrid_deployment_agent_id", connection.networking().hybridDeploymentAgentId());
        told.put("networking_method", connection.networking().method());
        told.put("proxy_agent_id", connection.networking().proxyAgentId());
        told.put("proxy_host_config_key", connection.networking().proxyHostKey());
        told.put(
                "package_id",
                connection.packageId() == null ? null : connection.packageId().value());
        told.put("package_shared", shared);
        return told;
    }

    /** A registry's connections all have one. */
    private static DestinationId groupOf(Connection connection) {
        return Objects.requireNonNull(connection.destinationId());
    }

    private static PageRequest page(AccountPath path) {
        return PageRequest.parse(path.asked("limit"), path.asked("cursor"));
    }

    private static <T> Fields items(Page<T> page, Function<T, Map<String, @Nullable Object>> shown) {
        Fields items =
                Fields.of(Map.of("items", page.items().stream().map(shown).toList()));
        Cursor next = page.nextCursor();
        return next == null ? items : items.with("next_cursor", next.value());
    }
}
