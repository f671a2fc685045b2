package dev.wharf.testkit.catalog;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.PackageId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.port.catalog.ConnectionRecords;
import dev.wharf.testkit.catalog.Tables.Binding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Connections in memory. */
record KeptConnections(Supplier<Tables> tables) implements ConnectionRecords.Change {
    @Override
    public Optional<Connection> find(ConnectionId id) {
        return tables.get().connections().find(id).map(Binding::connection);
    }

    @Override
    public List<Positioned<Connection>> list(ConnectionFilter filter, long after, int limit) {
        return tables.get().connections().page(after, limit, row -> filter.accepts(row.connection())).stream()
                .map(found -> new Positioned<>(found.position(), found.item().connection()))
                .toList();
    }

    @Override
    public boolean insert(Connection connection, boolean exclusive) {
        if (tables.get().connections().has(connection.id())) {
            return false;
        }
        checkDestination(connection);
        Binding binding = new Binding(connection, exclusive);
        checkPackage(binding);
        return tables.get().connections().add(connection.id(), binding);
    }

    private void checkDestination(Connection connection) {
        if (!tables.get().destinations().has(Objects.requireNonNull(connection.destinationId()))) {
            throw new NotFoundException(
                    NotFoundException.Resource.DESTINATION,
                    "There is no destination " + connection.destinationId() + ".",
                    "Create it first.");
        }
        if (!list(new ConnectionFilter(connection.destinationId(), connection.name()), 0, 1)
                .isEmpty()) {
            throw new ConflictException(
                    "The destination has a connection named " + connection.name() + " already.",
                    "Choose another name.");
        }
    }

    private void checkPackage(Binding binding) {
        PackageId wanted = binding.connection().packageId();
        if (wanted == null) {
            return;
        }
        if (!tables.get().packages().has(wanted)) {
            throw new NotFoundException(
                    NotFoundException.Resource.PACKAGE, "There is no package " + wanted + ".", "Upload it first.");
        }
        tables.get().connections().all().filter(binding::excludes).findFirst().ifPresent(other -> {
            throw new BindingConflictException(
                    wanted.value(), other.connection().id().value());
        });
    }

    @Override
    public void update(Connection connection, boolean exclusive) {
        Connection old = tables.get().connections().existing(connection.id()).connection();
        Binding binding = new Binding(
                new Connection(
                        old.id(),
                        old.destinationId(),
                        old.name(),
                        connection.packageId(),
                        connection.pythonVersion(),
                        connection.paused(),
                        connection.syncFrequencyMinutes(),
                        connection.naming(),
                        connection.networking(),
                        connection.schedule(),
                        connection.secretKeys(),
                        List.of(),
                        ConnectionStatus.UNKNOWN,
                        old.createdBy(),
                        old.createdAt(),
                        connection.others()),
                exclusive);
        checkPackage(binding);
        tables.get().connections().replace(old.id(), binding);
    }

    @Override
    public void delete(ConnectionId id) {
        Tables all = tables.get();
        all.connections().existing(id);
        all.syncs().remove(id);
        all.states().remove(id);
        all.secrets().remove(id);
        new KeptDeploys(tables).list(id).forEach(entry -> all.deploys().remove(entry.id()));
        all.connections().remove(id);
    }
}
