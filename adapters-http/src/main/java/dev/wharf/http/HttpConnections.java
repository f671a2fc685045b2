package dev.wharf.http;

import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.told.ToldConnection;
import dev.wharf.http.told.ToldFields;
import dev.wharf.http.told.ToldItem;
import dev.wharf.http.wire.ConnectionRequestBody;
import dev.wharf.http.wire.JsonFields;
import dev.wharf.http.wire.SyncRequestBody;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Connections;
import io.micronaut.http.HttpMethod;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The connections of an account over the REST API; those of services that are not asked for are passed over. */
final class HttpConnections implements Connections {
    private static final String PATH = "/v1/connections";

    private final RestClient client;

    HttpConnections(RestClient client) {
        this.client = client;
    }

    @Override
    public Page<Connection> list(ConnectionFilter filter, PageRequest request) {
        List<String> query = new ArrayList<>();
        DestinationId destination = filter.destinationId();
        if (destination != null) {
            query.add("group_id=" + ApiPath.value(destination));
        }
        ConnectionName name = filter.name();
        if (name != null) {
            query.add("schema=" + ApiPath.value(name));
        }
        String path = query.isEmpty() ? PATH : PATH + "?" + String.join("&", query);
        Page<Connection> page = client.list(path, request, this::told);
        return new Page<>(page.items().stream().filter(filter::accepts).toList(), page.nextCursor(), page.leftOut());
    }

    @Override
    public Connection create(NewConnection connection) {
        return send(HttpMethod.POST, PATH, ConnectionRequestBody.of(connection), connection.settings());
    }

    @Override
    public Connection retrieve(ConnectionId id) {
        return client.get(path(id), node -> read(id, node));
    }

    @Override
    public Connection update(ConnectionId id, ConnectionSettings settings) {
        return send(HttpMethod.PATCH, path(id), ConnectionRequestBody.of(settings), settings);
    }

    @Override
    public void delete(ConnectionId id) {
        client.delete(path(id), Attempt.CALL, id.value());
    }

    @Override
    public Connection test(ConnectionId id) {
        return client.send(HttpMethod.POST, path(id) + "/test", Map.of(), this::told, Attempt.CALL, id.value());
    }

    @Override
    public void sync(ConnectionId id, boolean force) {
        client.command(path(id) + "/sync", new SyncRequestBody(force), id.value());
    }

    @Override
    public void resync(ConnectionId id, Fields asked) {
        client.command(path(id) + "/resync", JsonFields.node(asked), id.value());
    }

    @Override
    public Fields changeState(ConnectionId id, Fields state) {
        Object body = JsonFields.node(Fields.of(Map.of("state", state.asMap())));
        return client.send(HttpMethod.PATCH, path(id) + "/state", body, ToldFields::read, Attempt.CALL, id.value())
                .within("state");
    }

    private Connection send(HttpMethod method, String path, ConnectionRequestBody body, ConnectionSettings settings) {
        PackageId packageId = settings.packageId();
        Attempt attempt = packageId == null ? Attempt.CALL : Attempt.BIND;
        return client.send(
                method, path, client.tree(body, settings), this::told, attempt, Objects.toString(packageId, path));
    }

    /** Packages are not for connections of other services, so for whoever works with packages those are not there. */
    private ToldItem<Connection> read(ConnectionId id, JsonNode node) {
        String service = ToldConnection.service(node);
        if (!client.services().include(service)) {
            throw new NotFoundException(
                    Resource.CONNECTION_OF_OTHER_SERVICE,
                    "The connection " + id + " is of the service " + service + ". Packages are for the service "
                            + Connection.SERVICE + ".",
                    "Name another connection.");
        }
        return told(node);
    }

    private ToldItem<Connection> told(JsonNode node) {
        return ToldConnection.of(node, client.services());
    }

    private static String path(ConnectionId id) {
        return PATH + "/" + ApiPath.segment(id);
    }
}
