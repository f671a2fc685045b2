package dev.wharf.testkit.catalog;

import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.port.catalog.PackageRecords;
import dev.wharf.testkit.catalog.Tables.Binding;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Packages in memory. */
record KeptPackages(Supplier<Tables> tables) implements PackageRecords.Change {
    @Override
    public Optional<ConnectorPackage> find(PackageId id) {
        return tables.get().packages().find(id).map(this::withConnections);
    }

    @Override
    public Set<PackageId> findShared(Collection<PackageId> ids) {
        return ids.stream().filter(id -> connectionsOf(id).size() > 1).collect(Collectors.toSet());
    }

    @Override
    public List<Positioned<ConnectorPackage>> list(long after, int limit) {
        return tables.get().packages().page(after, limit, all -> true).stream()
                .map(found -> new Positioned<>(found.position(), withConnections(found.item())))
                .toList();
    }

    private ConnectorPackage withConnections(ConnectorPackage p) {
        return new ConnectorPackage(
                p.id(),
                connectionsOf(p.id()),
                p.createdBy(),
                p.lastUpdatedBy(),
                p.createdAt(),
                p.updatedAt(),
                p.sha256(),
                p.others());
    }

    private List<ConnectionId> connectionsOf(PackageId id) {
        return tables.get()
                .connections()
                .all()
                .map(Binding::connection)
                .filter(connection -> id.equals(connection.packageId()))
                .map(Connection::id)
                .toList();
    }

    @Override
    public boolean insert(ConnectorPackage connectorPackage) {
        Objects.requireNonNull(connectorPackage.sha256(), "a hosted package has a known hash");
        return tables.get().packages().add(connectorPackage.id(), connectorPackage);
    }

    @Override
    public void replaceFile(PackageId id, Sha256 sha256, UserId by, Instant at) {
        ConnectorPackage old = tables.get().packages().existing(id);
        tables.get()
                .packages()
                .replace(id, new ConnectorPackage(id, null, old.createdBy(), by, old.createdAt(), at, sha256));
        release(old, at);
    }

    @Override
    public void delete(PackageId id, Instant at) {
        ConnectorPackage old = tables.get().packages().existing(id);
        List<ConnectionId> connections = connectionsOf(id);
        if (!connections.isEmpty()) {
            throw new PackageInUseException(
                    id.value(), connections.stream().map(ConnectionId::value).toList());
        }
        tables.get().packages().remove(id);
        release(old, at);
    }

    private void release(ConnectorPackage old, Instant at) {
        Sha256 sha256 = Objects.requireNonNull(old.sha256());
        if (tables.get().packages().all().noneMatch(p -> sha256.equals(p.sha256()))) {
            tables.get().releases().put(sha256, at);
        }
    }
}
