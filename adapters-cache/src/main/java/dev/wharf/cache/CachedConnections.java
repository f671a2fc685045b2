package dev.wharf.cache;

import dev.wharf.cache.Key.Kind;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Fields;
import dev.wharf.model.NewConnection;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.Connections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The connections of a cached account. A change of one may bind a package and let go of another. */
final class CachedConnections implements Connections {
    private static final Set<Kind> KINDS = EnumSet.of(Kind.CONNECTION, Kind.CONNECTIONS, Kind.PACKAGE, Kind.PACKAGES);

    private final Connections connections;
    private final Answers answers;
    private final Reader reader;

    CachedConnections(Connections connections, Answers answers, ReadTerms terms) {
        this.connections = connections;
        this.answers = answers;
        this.reader = new Reader(answers, terms);
    }

    @Override
    public Page<Connection> list(ConnectionFilter filter, PageRequest request) {
        return reader.page(
                new Key(Kind.CONNECTIONS, List.of(filter, request)),
                () -> connections.list(filter, request),
                c -> key(c.id()));
    }

    @Override
    public Connection create(NewConnection connection) {
        return answers.changing(CachedConnections::isAffected, () -> connections.create(connection));
    }

    @Override
    public Connection retrieve(ConnectionId id) {
        return reader.one(key(id), () -> connections.retrieve(id), Connection.class);
    }

    @Override
    public Connection update(ConnectionId id, ConnectionSettings settings) {
        return answers.changing(CachedConnections::isAffected, () -> connections.update(id, settings));
    }

    @Override
    public void delete(ConnectionId id) {
        answers.changing(CachedConnections::isAffected, () -> {
            connections.delete(id);
            return id;
        });
        answers.keepMissing(
                key(id),
                new NotFoundException(Resource.CONNECTION, "Connection not found: " + id + ". It was deleted."));
    }

    /** Tests may change how the account says that the connection fares. */
    @Override
    public Connection test(ConnectionId id) {
        return answers.changing(CachedConnections::isAffected, () -> connections.test(id));
    }

    @Override
    public void sync(ConnectionId id, boolean force) {
        answers.changing(CachedConnections::isAffected, () -> {
            connections.sync(id, force);
            return id;
        });
    }

    @Override
    public void resync(ConnectionId id, Fields asked) {
        answers.changing(CachedConnections::isAffected, () -> {
            connections.resync(id, asked);
            return id;
        });
    }

    @Override
    public Fields changeState(ConnectionId id, Fields state) {
        return connections.changeState(id, state);
    }

    private static boolean isAffected(Key key) {
        return KINDS.contains(key.kind());
    }

    private static Key key(ConnectionId id) {
        return new Key(Kind.CONNECTION, id);
    }
}
