package dev.wharf.http;

import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.wire.ConnectionBody;
import dev.wharf.http.wire.ConnectionRequestBody;
import dev.wharf.http.wire.SyncRequestBody;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.DestinationId;
import dev.wharf.model.NewConnection;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Connections;
import io.micronaut.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The connections of an account over the REST API; those of other services are passed over. */
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
            query.add("group_id=" + destination);
        }
        ConnectionName name = filter.name();
        if (name != null) {
            query.add("schema=" + RestClient.encode(name.value()));
        }
        String path = query.isEmpty() ? PATH : PATH + "?" + String.join("&", query);
        Page<Optional<Connection>> page =
                client.list(path, request, ConnectionBody.class, HttpConnections::connectorSdk);
        return new Page<>(
                page.items().stream()
                        .flatMap(Optional::stream)
                        .filter(filter::accepts)
                        .toList(),
                page.nextCursor());
    }

    @Override
    public Connection create(NewConnection connection) {
        return send(HttpMethod.POST, PATH, ConnectionRequestBody.of(connection), connection.settings());
    }

    @Override
    public Connection retrieve(ConnectionId id) {
        return client.get(PATH + "/" + id, ConnectionBody.class, ConnectionBody::value);
    }

    @Override
    public Connection update(ConnectionId id, ConnectionSettings settings) {
        return send(HttpMethod.PATCH, PATH + "/" + id, ConnectionRequestBody.of(settings), settings);
    }

    @Override
    public void delete(ConnectionId id) {
        client.delete(PATH + "/" + id, Attempt.CALL, id.value());
    }

    @Override
    public Connection test(ConnectionId id) {
        return client.send(
                HttpMethod.POST,
                PATH + "/" + id + "/test",
                Map.of(),
                ConnectionBody.class,
                ConnectionBody::value,
                Attempt.CALL,
                id.value());
    }

    @Override
    public void sync(ConnectionId id) {
        client.command(PATH + "/" + id + "/sync", new SyncRequestBody(false), id.value());
    }

    private Connection send(HttpMethod method, String path, ConnectionRequestBody body, ConnectionSettings settings) {
        PackageId packageId = settings.packageId();
        Attempt attempt = packageId == null ? Attempt.CALL : Attempt.BIND;
        return client.send(
                method,
                path,
                body,
                ConnectionBody.class,
                ConnectionBody::value,
                attempt,
                Objects.toString(packageId, path));
    }

    private static Optional<Connection> connectorSdk(ConnectionBody body) {
        return body.isConnectorSdk() ? Optional.of(body.value()) : Optional.empty();
    }
}
